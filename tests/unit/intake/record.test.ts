import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseSchema } from '../../../src/atlas/case.ts';
import { newRecord, type Origin, type ViewEntry, withView } from '../../../src/intake/record.ts';

const origin: Origin = { source: 'Ward 7: slides', licence: 'CC-BY-4.0', importedOn: '2026-01-31' };
const view = (id: string, rest: Partial<ViewEntry> = {}): ViewEntry => ({
  id,
  kind: 'histology',
  title: 'Histology',
  image: `images/c/${id}.tif`,
  umPerPixel: 0.5,
  description: 'A section.',
  ...rest,
});
const fresh = newRecord({ title: 'Case', summary: 'One.', origin }, view('one'));
const add = (record: string, entry: ViewEntry, replace = false, from = origin) =>
  withView(record, 'local/cases/c.yaml', entry, from, replace);

describe('The record of a case', () => {
  it('is what the book expects', () => {
    const found = caseSchema.parse(parse(fresh));
    expect(found).toMatchObject({
      origin: { kind: 'imported', ...origin },
      views: [view('one')],
      findings: [],
    });
    expect(caseSchema.parse(parse(add(fresh, view('two')))).views).toHaveLength(2);
  });

  it('keeps comments, order and everything that a person wrote when a view is added', () => {
    const edited = fresh
      .replace('title: Case', '# Seen by two readers.\ntitle: A case of our own # short')
      .replace('findings: []', 'findings:\n  - { id: f, views: [one], text: Specks. } # sure');
    const found = add(edited, view('two', { window: { low: 1, high: 9 } }));
    for (const line of ['# Seen by two readers.', 'title: A case of our own # short', '# sure']) {
      expect(found).toContain(line);
    }
    expect(parse(found)).toMatchObject({
      views: [{ id: 'one' }, { id: 'two', window: { low: 1, high: 9 } }],
    });
    expect(parse(found).findings).toHaveLength(1);
  });

  it('refuses a view that exists, unless it is to be replaced', () => {
    expect(() => add(fresh, view('one'))).toThrow('already has a view "one" (local/cases/c.yaml)');
    const replaced = parse(add(fresh, view('one', { umPerPixel: 2 }), true));
    expect(replaced.views).toMatchObject([{ id: 'one', umPerPixel: 2 }]);
  });

  it('knows a view without an id by its kind', () => {
    const record = fresh.replace('- id: one\n    kind', '- kind');
    expect(() => add(record, view('histology'))).toThrow('already has a view "histology"');
  });

  it('forgets a window that no longer applies', () => {
    const record = add(fresh, view('one', { window: { low: 1, high: 9 } }), true);
    expect(parse(add(record, view('one'), true)).views[0]).not.toHaveProperty('window');
  });

  it('refuses a second origin in one case', () => {
    const other = { ...origin, licence: 'CC0-1.0' };
    expect(() => add(fresh, view('two'), false, other)).toThrow(
      'licence as "CC-BY-4.0", this import as "CC0-1.0"',
    );
  });

  it('refuses to touch a record that it cannot read', () => {
    expect(() => add('title: "open', view('two'))).toThrow('is not valid YAML');
    expect(() => add(fresh.replace(/views:[\s\S]*findings/, 'findings'), view('two'))).toThrow(
      'no list of views',
    );
  });
});
