/** What a hidden layer is called: "Hidden", or "Hidden 2" where there are several. */
export function layerName(index: number, layers: number): string {
  return layers === 1 ? 'Hidden' : `Hidden ${index + 1}`;
}
