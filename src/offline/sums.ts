/** The list by which a copy can be checked, in the format of `sha256sum`, and the page that checks it. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One line a file: 64 hexadecimal digits, two spaces, the path. */
export async function sumsOf(folder: string, files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    const sum = createHash('sha256').update(await readFile(join(folder, file)));
    lines.push(`${sum.digest('hex')}  ${file}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The page that checks a copy. It reads the files that a person hands to it, since no page may read a folder. */
export const checkPage = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Check this copy · Microcalcification Atlas</title>
<meta http-equiv="content-security-policy" content="default-src 'self' file:; connect-src 'none'; form-action 'none'">
<link rel="stylesheet" href="_portable/check.css">
</head>
<body>
<main>
<h1>Is this copy whole?</h1>
<p>Choose the folder of the atlas, the one that holds this page. Every file is compared with the list that was made with it. Nothing is sent anywhere, whatever word your browser has for it.</p>
<p><label>Folder of the atlas <input type="file" webkitdirectory multiple></label></p>
<p role="status"></p>
<ul></ul>
<p>The same from a terminal, in this folder: <code>sha256sum --check SHA256SUMS</code></p>
<p><a href="index.html">To the atlas</a></p>
</main>
<script src="_portable/sums.js"></script>
<script src="_portable/check.js"></script>
</body>
</html>
`;

/** The look of that page: the house's colours, and nothing else that it would need the house for. */
export const checkStyle = `:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 Georgia, serif; margin: 2rem auto; max-inline-size: 38rem; padding-inline: 1rem; }
body { background: light-dark(#faf6ee, #12161e); color: light-dark(#22201c, #e6e2d8); }
a { color: inherit; }
li { overflow-wrap: anywhere; }
`;
