/** base/random.ts in the shader, in unsigned integers, bit for bit (probe-webgl.ts compares). */
export const RANDOM_GLSL = /* glsl */ `
uint mixBits(uint h) {
  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  return h ^ (h >> 16);
}

uint rowKey(uint key, int row) { return mixBits(key + uint(row + 1) * 0x85ebca6bu); }

uint elementBits(uint keyOfRow, int column) {
  return mixBits(keyOfRow + uint(column + 1) * 0x9e3779b9u);
}
`;
