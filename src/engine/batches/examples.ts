/** Labelled rows in memory, as the engine reads them; bytes for images. */
export interface Examples {
  readonly count: number;
  /** [row, feature], to be multiplied by `featureScale` */
  readonly features: Uint8Array | Float32Array;
  /** A number of single precision, so that a scaled feature is the same one wherever it is scaled. */
  readonly featureScale: number;
  /** [row]: class index, or value in regression */
  readonly targets: Float32Array;
}

/** The scale of features that are kept as bytes (`ComputeBackend.allocate`). */
export function byteScaleOf({ features, featureScale }: Examples): number | undefined {
  return features instanceof Uint8Array ? featureScale : undefined;
}
