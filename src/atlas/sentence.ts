import { z } from '../lexicon/schema.ts';
import { suggest } from '../lexicon/index.ts';
import type { FieldPath } from './document.ts';

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

const articles: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields',
  record: 'fields',
};

/**
 * Says in a sentence what is wrong with a field: which field in words, what was found, what is
 * expected, and the nearest known word where a word was mistyped.
 */
export function sentence(issue: Issue, schema: z.ZodType, data: unknown): string {
  const path = issue.path;
  const found = valueAt(data, path);
  const field = fieldInWords(path, titleAt(schema, path));
  switch (issue.code) {
    case 'invalid_type':
      return found === undefined
        ? `${field} is missing; expected ${inWords(issue.expected)}.`
        : `${field} must be ${inWords(issue.expected)}; found ${quoted(found)}.`;
    case 'invalid_value':
      return found === undefined
        ? `${field} is missing; expected ${oneOf(issue.values)}.`
        : `${field}: ${unknownWord(String(found), issue.values.map(String))}`;
    case 'unrecognized_keys':
      return issue.keys
        .map((key) => `${inside(path)} ${unknownField(key, keysAt(schema, path))}`)
        .join(' ');
    case 'too_small':
    case 'too_big':
      return `${field} ${customMessage(issue) ?? bounds(issue)}; found ${quoted(found)}.`;
    case 'invalid_format':
      return `${field} ${customMessage(issue) ?? `is not a valid ${issue.format}`}; found ${quoted(found)}.`;
    // The schemas have no unions but those told apart by a `kind`, to which the path leads.
    case 'invalid_union': {
      const kinds = kindsAt(schema, path.slice(0, -1));
      return found === undefined
        ? `${field} is missing; expected ${oneOf(kinds)}.`
        : `${field}: ${unknownWord(String(found), kinds)}`;
    }
    default:
      return `${field}: ${issue.message}.`;
  }
}

/** "`x` is not known here – did you mean `y`? Known are …" */
export function unknownWord(found: string, known: readonly string[]): string {
  const near = suggest(found, known);
  const list = known.length > 0 ? ` Expected ${oneOf(known)}.` : '';
  return `\`${found}\` is not known here${near ? ` – did you mean \`${near}\`?` : '.'}${list}`;
}

function unknownField(key: string, known: readonly string[]): string {
  const near = suggest(key, known);
  const list = known.length > 0 ? ` Its fields are ${known.join(', ')}.` : '';
  return `has no field \`${key}\`${near ? ` – did you mean \`${near}\`?` : '.'}${list}`;
}

function fieldInWords(path: FieldPath, title: string | undefined): string {
  if (path.length === 0) return 'The file';
  return `\`${trail(path)}\`${title ? ` (${title})` : ''}`;
}

const inside = (path: FieldPath) => (path.length === 0 ? 'The file' : `\`${trail(path)}\``);

/** `views › 2 › kind`: lists are counted from 1, as people do. */
const trail = (path: FieldPath) =>
  path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ');

const inWords = (expected: string) => articles[expected] ?? expected;

const quoted = (found: unknown) =>
  found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found)).slice(0, 80);

const oneOf = (values: readonly unknown[]) =>
  values.length === 1 ? `\`${values[0]}\`` : `one of ${values.join(', ')}`;

/** Messages written in a schema are kept; Zod's own wording is replaced. */
function customMessage(issue: Issue): string | undefined {
  return /^(Too |Invalid )/.test(issue.message) ? undefined : issue.message;
}

function bounds(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const [limit, inclusive, word] =
    issue.code === 'too_small'
      ? [issue.minimum, issue.inclusive ?? true, ['at least', 'more than']]
      : [issue.maximum, issue.inclusive ?? true, ['at most', 'less than']];
  const what = { string: ' characters', array: ' entries' }[issue.origin as string] ?? '';
  return `must be ${inclusive ? word[0] : word[1]} ${limit}${what}`;
}

function valueAt(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
    data,
  );
}

/** The part of the schema that a path leads to, seen as JSON Schema; unions give all their members. */
function partsAt(schema: z.ZodType, path: FieldPath): JsonSchema[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const members = (part: JsonSchema): JsonSchema[] =>
    [part, ...(part.anyOf ?? []), ...(part.oneOf ?? [])] as JsonSchema[];
  return path.reduce<JsonSchema[]>(
    (parts, step) =>
      parts
        .flatMap((part) => [part.properties?.[String(step)], part.items, part.additionalProperties])
        .filter((part): part is JsonSchema => typeof part === 'object')
        .flatMap(members),
    members(whole),
  );
}

const titleAt = (schema: z.ZodType, path: FieldPath) =>
  partsAt(schema, path).find((part) => part.title)?.title;

const keysAt = (schema: z.ZodType, path: FieldPath) => [
  ...new Set(partsAt(schema, path).flatMap((part) => Object.keys(part.properties ?? {}))),
];

const kindsAt = (schema: z.ZodType, path: FieldPath) => [
  ...new Set(
    partsAt(schema, path).flatMap((part) => {
      const kind = part.properties?.kind;
      return typeof kind === 'object' && kind.const !== undefined ? [String(kind.const)] : [];
    }),
  ),
];
