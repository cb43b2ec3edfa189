/** Labelled rows in memory, as the engine reads them; bytes for images. */
export interface Examples {
  readonly count: number;
  /** [row, feature], to be multiplied by `featureScale` */
  readonly features: Uint8Array | Float32Array;
  readonly featureScale: number;
  /** [row]: class index, or value in regression */
  readonly targets: Float32Array;
}
