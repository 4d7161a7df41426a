/** What a reader can ask of the viewer, by button or by key. */

/** Moves within the picture. */
export type PictureAction =
  'zoom-in' | 'zoom-out' | 'whole' | 'pan-left' | 'pan-right' | 'pan-up' | 'pan-down';

/** What the toolbar offers beside the moves. */
export type ViewerAction = PictureAction | 'full-screen' | 'copy-link' | 'help';
