/** The folder that the site is printed into. */
export const outDir = () => process.env.ATLAS_OUT ?? 'dist';

/** The path below which the site lies, with a slash at both ends. */
export function base(): string {
  const path = (process.env.ATLAS_BASE ?? '').replace(/^\/|\/$/g, '');
  return path === '' ? '/' : `/${path}/`;
}
