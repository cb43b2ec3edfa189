/** What a hidden layer is called: "Hidden", or "Hidden 2" where there are several. */
export function layerName(index: number, layers: number): string {
  return layers === 1 ? 'Hidden' : `Hidden ${index + 1}`;
}

/** A weight matrix is called by the layer that it leads into; the last one leads into the output. */
export function matrixName(index: number, matrices: number): string {
  return index === matrices - 1 ? 'Output' : layerName(index, matrices - 1);
}
