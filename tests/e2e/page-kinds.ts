/** One page of every kind. */
export const pageKinds: readonly (readonly [kind: string, path: string])[] = [
  ['home page', ''],
  ['list of chapters', 'chapters/'],
  ['chapter', 'chapters/radiological-classification/'],
  ['list of descriptors', 'descriptors/'],
  ['descriptor', 'descriptors/amorphous/'],
  ['list of cases', 'cases/'],
  ['drawn case', 'cases/morphology-plate/'],
  ['simulated case', 'cases/chance-finding-at-71/'],
  ['imported case', 'cases/test-slide/'],
  ['glossary', 'glossary/'],
  ['references', 'references/'],
  ['colophon', 'about/'],
  ['page for unknown addresses', 'no/such/page/'],
];
