export interface PrintedPages {
  readonly pdf: Uint8Array;
  readonly pages: number;
}
