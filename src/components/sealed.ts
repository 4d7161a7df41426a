/**
 * Plain data as an attribute of a page that says nothing to who reads the page's source: a recipe names
 * lesion and mineral, which a question about its slide must not tell. The viewer opens it.
 */
export const sealed = (data: unknown): string =>
  Buffer.from(JSON.stringify(data), 'utf8').toString('base64');
