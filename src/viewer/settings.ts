/** What the page tells the viewer through its data attributes. */

/** The attributes of `<atlas-viewer>`, read and checked. */
export interface Settings {
  /** Address of the SZI file. */
  readonly pyramid: string;
  /** Unique on the page; names this viewer in a link. */
  readonly view: string;
  /** Accessible name of the image. */
  readonly name: string;
  /** Whether lengths hold at the plane of the detector, not in the tissue. */
  readonly atDetector: boolean;
  /** Absent where the image has no known physical scale. */
  readonly umPerPixel?: number;
  /** Whether there is a button that turns the image. */
  readonly rotation: boolean;
}

/** Reads `element.dataset`. Throws where the address, the view or the name is missing. */
export function readSettings(data: Readonly<Record<string, string | undefined>>): Settings {
  const required = (key: 'pyramid' | 'view' | 'name') => {
    const value = data[key];
    if (!value) throw new Error(`<atlas-viewer> needs the attribute data-${key}.`);
    return value;
  };
  const umPerPixel = Number(data.umPerPixel);
  return {
    pyramid: required('pyramid'),
    view: required('view'),
    name: required('name'),
    atDetector: data.atDetector !== undefined,
    ...(umPerPixel > 0 && Number.isFinite(umPerPixel) ? { umPerPixel } : {}),
    rotation: data.rotation !== undefined,
  };
}
