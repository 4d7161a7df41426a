/**
 * Thickness of the walls of normal glands, from the basement membrane to the lumen: the layer of
 * myoepithelium and that of the luminal cells. Luminal nuclei are 7 to 9 µm, so an acinus has some
 * 15 µm and a duct, whose cells are taller, some 18 µm (assumed).
 */
export const wallMm = { acinus: 0.015, duct: 0.018 } as const;
