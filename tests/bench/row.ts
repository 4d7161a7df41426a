/** One measured number, beside the bar that it should meet where there is one. */
export interface BenchRow {
  name: string;
  value: number | string;
  unit: string;
  /** The bar in words, such as "at most 6". */
  bar?: string;
  ok?: boolean;
}
