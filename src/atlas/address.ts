/** The address of a page or file of the site from its path below the root, with the base in front. */
export function address(path: string, base: string = import.meta.env.BASE_URL): string {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

export const chapterAddress = (id: string) => address(`chapters/${id}/`);
export const caseAddress = (id: string) => address(`cases/${id}/`);
export const descriptorAddress = (id: string) => address(`descriptors/${id}/`);
export const referenceAddress = (key: string) => address(`references/#${key}`);
export const glossaryAddress = (id: string) => address(`glossary/#${id}`);
export const pyramidAddress = (id: string) => address(`pyramids/${id}.szi`);
export const stillAddress = (id: string) => address(`pyramids/${id}.jpg`);
