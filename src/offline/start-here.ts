/** The note that lies in the folder, for a person who was given it and nothing else. */
export const startHere = (contents: string) => `THE MICROCALCIFICATION ATLAS

To begin, double-click   index.html   in this folder. It opens in your browser
(Chrome, Edge, Chromium or Firefox). Nothing is installed, and no network is
needed: the atlas never asks anything of one.

- If you were given a zip file, unpack it first. Opened inside the zip, the
  pages find neither their pictures nor each other.
- Leave the files of this folder together. The folder itself may be called
  anything and lie anywhere: on a stick, a disc, a share of the hospital.
- What you answer is kept in your browser on this computer, not in this folder.
  "Your progress" saves it as a file, which can be read in elsewhere.
- Is the copy whole? Open  check-this-copy.html  and choose this folder.

The simulated and drawn pictures say that they are. Nothing here is for diagnosis.

${contents}
`;
