/** Every word that a bench shows by itself, in one place. */
export const words = {
  arrangement: 'Arrangement',
  panes: (count: number) => (count === 1 ? '1 pane' : `${count} panes`),
  curtain: 'Curtain',
  curtainAt: 'Where the curtain hangs',
  noCurtain: 'A curtain needs two panes that show the same from the same side',
  link: 'Move together',
  noLink: 'No two of these panes show one plane',
  findings: 'Show findings',
  findingsFailed: 'The findings could not be loaded. Press again to try once more.',
  fullScreen: 'Full screen',
  close: (title: string) => `Close ${title}`,
  greys: 'Greys and lens',
  measure: 'Measure',
  pixels: '1 : 1',
  pixelsTitle: 'One pixel of the image on one of the screen',
} as const;
