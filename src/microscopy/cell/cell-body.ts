/** The cytoplasm of a cell that stands by itself, or stands out from its neighbours: an oval about its nucleus. */
export interface CellBody {
  /** Of the cells, the part that shows it. */
  readonly share: number;
  /** Half its length and breadth, in micrometres, and how much cells differ, as a part. */
  readonly longUm: number;
  readonly wideUm: number;
  readonly unequal: number;
  /** How far its middle lies off the nucleus. */
  readonly offUm: number;
  readonly haematoxylin: number;
  readonly eosin: number;
  /** How much it hides of what lies below, and how soft its edge is. */
  readonly covers: number;
  readonly softUm: number;
  /** How much of it vacuoles have taken. */
  readonly foam?: number;
  /** Load of brown granules in it: what macrophages keep of blood (haemosiderin). */
  readonly pigment?: number;
}
