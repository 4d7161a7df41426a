/** The phantom: the virtual patient in millimetres, whose every speck is known. */
export type { Anatomy } from './anatomy.ts';
export {
  type Block,
  type EmbeddedCore,
  embed,
  fromBlock,
  type Origin,
  openEmbedded,
  originOf,
  placesInBlock,
  toBlock,
} from './block.ts';
export {
  type Breast,
  type BreastSize,
  breastBox,
  depthUnderSkinMm,
  nippleTipMm,
  openDepthUnderSkin,
  skinThicknessMm,
} from './breast.ts';
export type { CellDiagram } from './cell-diagram.ts';
export { openCells, type Walls } from './cell-walls.ts';
export { type Compression, openCompression, turnedAxes } from './compression.ts';
export { type ContourPoint, contoursOf, type PlaneLattice } from './contour.ts';
export { type CoreSurface, openCoreSurface } from './core-surface.ts';
export {
  type Biopsy,
  biopsySchema,
  type Catch,
  type Core,
  fromCore,
  halfWidthMm,
  isInCore,
  offAxisMm,
  readBiopsy,
  takeBiopsy,
  toCore,
} from './cores.ts';
export {
  bowed,
  courseLengthMm,
  nearestOn,
  pointAt,
  resampled,
  stretchOf,
  wander,
} from './curve.ts';
export { type Draw, openDraw, scatter } from './draw.ts';
export { type Duct, type DuctalTree, ductRadiusMm, ductsOf } from './ductal-tree.ts';
export {
  clamp,
  cosine,
  exponential,
  logarithm,
  pi,
  power,
  sine,
  smoothStep,
} from './elementary.ts';
export {
  coverage,
  type Fabric,
  fibroglandular,
  glandLevel,
  leafletCorner,
  leafletShare,
  leafletsFrom,
  leafletWall,
  lobuleCorner,
  lobuleShare,
  lobuleWall,
  roundedOff,
} from './fabric.ts';
export {
  type BlockPoint,
  type Box,
  blockPoint,
  boxAround,
  type CompressedPoint,
  type CorePoint,
  compressedPoint,
  corePoint,
  type PhantomPoint,
  phantomPoint,
  type TrayPoint,
  trayPoint,
} from './frame.ts';
export { type Habit, habits, type Range } from './habit.ts';
export { type LaidCore, type Lie, openLie } from './laid-core.ts';
export { housingOf, type Lesion, type Part } from './lesion.ts';
export type { Ligament } from './ligament.ts';
export { type Lobe, lobeApex, lobeAt } from './lobe.ts';
export {
  calibreMm,
  forks,
  lineThrough,
  type Measures,
  measure,
  measureInView,
  measuresOf,
} from './measures.ts';
export { type Needle, type NeedleGauge, needleGauges, needleOf } from './needle.ts';
export type { LymphNode } from './node.ts';
export {
  layered,
  layeredColumn,
  type Noise,
  type NoiseColumn,
  noiseAt,
  openNoise,
  openNoiseColumn,
} from './noise.ts';
export { noWalls, openParenchyma, type Parenchyma } from './parenchyma.ts';
export { type MuscleField, muscleEdgeMm, openPectoral, type Pectoral } from './pectoral.ts';
export { growPhantom, type Phantom } from './phantom.ts';
export { type Plan, planOf } from './plan.ts';
export {
  type CompressedViewId,
  compressedViewIds,
  downIn,
  openPatient,
  type Position,
  positionFor,
} from './position.ts';
export { prove } from './proof.ts';
export { type Recipe, RecipeError, readRecipe, recipeSchema } from './recipe.ts';
export type { Ball } from './solid/ball.ts';
export type { Cast } from './solid/cast.ts';
export { type Lattice, latticeOf, samplesOf } from './solid/lattice.ts';
export type { Samples } from './solid/samples.ts';
export { type SolidSize, sizeOf } from './solid/size.ts';
export { coverOf, openSolid, type Solid } from './solid/solid.ts';
export { highestBump, type MineralField, openTexture, type Texture } from './solid/texture.ts';
export { type Host, inBody, inView, type Speck, type SpeckInView } from './speck.ts';
export { pressedFootMm } from './pressed-papilla.ts';
export { type Structure, structuresOf } from './structure.ts';
export type { Tdlu } from './tdlu.ts';
export { spaceFields } from './tissue-space.ts';
export {
  fromTray,
  openOnTray,
  placeOnTray,
  placesOnTray,
  type Tray,
  type TrayedCore,
  toTray,
  trayHeightMm,
  trayWidthMm,
} from './tray.ts';
export {
  type Axes,
  axesAlong,
  between,
  distance,
  dot,
  length,
  moved,
  outOf,
  scaled,
  unit,
  type Vector,
  within,
} from './vector.ts';
export type { Vessel } from './vessel.ts';
export { openView } from './view.ts';
export { fillGrid, readGrid, type VolumeGrid } from './volume-grid.ts';
