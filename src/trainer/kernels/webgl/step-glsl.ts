/** Reads the step's numbers (step-texture.ts, which has the table) in the shader. */
export const STEP_GLSL = /* glsl */ `
uniform highp usampler2D stepNumbers;

uvec4 stepBits(int lane, int texel) { return texelFetch(stepNumbers, ivec2(texel, lane), 0); }
vec4 stepFloats(int lane, int texel) { return uintBitsToFloat(stepBits(lane, texel)); }

int batchRows() { return int(stepBits(0, 0).x); }
uint keepThreshold(int lane) { return stepBits(lane, 0).y; }
float inverseKeep(int lane) { return stepFloats(lane, 0).z; }
float keepHidden(int lane) { return stepFloats(lane, 0).w; }
// gradientPerWeight, gradientPerSign, shrinkBefore, softThreshold
vec4 penalties(int lane) { return stepFloats(lane, 1); }
float columnLimit(int lane) { return stepFloats(lane, 2).x; }
// eta, eta/(1 - beta1^t), 1/(1 - beta2^t)
vec3 rates(int lane) { return stepFloats(lane, 2).yzw; }
float labelSmoothing(int lane) { return stepFloats(lane, 3).x; }
uint maskKey(int lane, int index) { return stepBits(lane, 4 + index / 4)[index % 4]; }
`;
