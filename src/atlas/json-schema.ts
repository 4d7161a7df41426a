import { z } from '../lexicon/schema.ts';
import { type CollectionName, collectionNames, shelves } from './collection.ts';

/**
 * The JSON Schema files that let an editor complete and check content while it is typed, by file
 * name, for the collections that are records. Front matter of prose has none: editors do not use it.
 */
export function editorSchemas(): Map<string, string> {
  const names = collectionNames.filter((name) => {
    const shelf = shelves[name];
    return 'book' in shelf || shelf.ending !== '.mdx';
  });
  return new Map(
    names.map((name) => [`${name}.schema.json`, `${JSON.stringify(schemaOf(name), null, 2)}\n`]),
  );
}

function schemaOf(name: CollectionName) {
  const shelf = shelves[name];
  const entry = z.toJSONSchema(shelf.schema, { io: 'input', unrepresentable: 'any' });
  if (!('book' in shelf)) return entry;
  const { $schema, ...item } = entry;
  return shelf.book.endsWith('.json')
    ? { $schema, type: 'array', items: item }
    : { $schema, type: 'object', additionalProperties: item };
}
