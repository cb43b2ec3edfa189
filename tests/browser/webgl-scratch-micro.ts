const canvas = new OffscreenCanvas(4, 4);
const gl = canvas.getContext('webgl2', {
  antialias: false,
  depth: false,
  failIfMajorPerformanceCaveat: false,
}) as WebGL2RenderingContext;
gl.getExtension('EXT_color_buffer_float');
const VS = `#version 300 es
void main() { vec2 c = vec2(gl_VertexID & 1, gl_VertexID >> 1); gl_Position = vec4(4.0 * c - 1.0, 0.0, 1.0); }`;
function program(fs: string) {
  const p = gl.createProgram();
  for (const [t, s] of [
    [gl.VERTEX_SHADER, VS],
    [gl.FRAGMENT_SHADER, fs],
  ] as const) {
    const sh = gl.createShader(t)!;
    gl.shaderSource(sh, s);
    gl.compileShader(sh);
    if (!gl.getShaderParameter(sh, gl.COMPILE_STATUS))
      throw new Error(gl.getShaderInfoLog(sh)! + s);
    gl.attachShader(p, sh);
  }
  gl.linkProgram(p);
  if (!gl.getProgramParameter(p, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(p)!);
  return p;
}
function tex(target: number, w: number, h: number, layers: number, fmt: number = gl.RGBA32F) {
  const t = gl.createTexture();
  gl.bindTexture(target, t);
  if (target === gl.TEXTURE_2D) gl.texStorage2D(target, 1, fmt, w, h);
  else gl.texStorage3D(target, 1, fmt, w, h, layers);
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  const n = w * h * 4;
  const d = new Float32Array(n);
  for (let i = 0; i < n; i++) d[i] = Math.sin(i) * 0.1;
  if (target === gl.TEXTURE_2D) gl.texSubImage2D(target, 0, 0, 0, w, h, gl.RGBA, gl.FLOAT, d);
  else
    for (let l = 0; l < layers; l++)
      gl.texSubImage3D(target, 0, 0, 0, l, w, h, 1, gl.RGBA, gl.FLOAT, d);
  return t;
}
function t2(w: number, h: number) { return tex(gl.TEXTURE_2D, w, h, 1); }
function t2u(w: number, h: number) { const t = gl.createTexture(); gl.bindTexture(gl.TEXTURE_2D, t); gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32UI, w, h); gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST); gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST); gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, w, h, gl.RGBA_INTEGER, gl.UNSIGNED_INT, new Uint32Array(new Float32Array(w * h * 4).fill(0.01).buffer)); return t; }
function t2m(w: number, h: number) { const t = gl.createTexture(); gl.bindTexture(gl.TEXTURE_2D, t); gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, w, h, 0, gl.RGBA, gl.FLOAT, new Float32Array(w * h * 4).fill(0.01)); for (const [a, b] of [[gl.TEXTURE_MIN_FILTER, gl.NEAREST], [gl.TEXTURE_MAG_FILTER, gl.NEAREST], [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE], [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE]] as const) gl.texParameteri(gl.TEXTURE_2D, a, b); return t; }
function each(n: number, f: (i: number) => string) {
  return Array.from({ length: n }, (_, i) => f(i)).join('\n');
}
const HEAD = (samplers: string, outs: number) => `#version 300 es
precision highp float; precision highp int; precision highp sampler2DArray; precision highp sampler2D;
uniform int K; uniform int H; // H = lines of the output a lane
${samplers}
${each(outs, (i) => `layout(location=${i}) out vec4 r${i};`)}
`;
const T2 = gl.TEXTURE_2D,
  TA = gl.TEXTURE_2D_ARRAY;
const M = 32,
  KK = 784,
  N = 512,
  L = 2;
interface V {
  fs: string;
  a: () => [number, WebGLTexture];
  b: () => [number, WebGLTexture];
  w: number;
  h: number;
  outs: number;
}
const variants: Record<string, V> = {
  // arrays, 4 rows x 4 columns
  arr44: {
    fs:
      HEAD('uniform sampler2DArray A; uniform sampler2DArray B;', 4) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(p.x, by + k, ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec3(k, p.y % H, ${i}), 0); s${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * KK) / 4, 4)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  // 2D row-packed
  two44: {
    fs:
      HEAD('uniform sampler2D A; uniform sampler2D B;', 4) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec2(p.x, by + 4 * k + ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec2(k, ay + ${i}), 0); s${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [T2, tex(T2, KK / 4, M, 1)],
    b: () => [T2, tex(T2, N / 4, L * KK, 1)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  // arrays, 8 rows x 4
  arr84: {
    fs:
      HEAD('uniform sampler2DArray A; uniform sampler2DArray B;', 8) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K;
    ${each(8, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(p.x, by + k, ${i}), 0);`)} ${each(8, (i) => `vec4 a${i} = texelFetch(A, ivec3(k, p.y % H, ${i}), 0); s${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`)} }
    ${each(8, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 8, 8)],
    b: () => [TA, tex(TA, N / 4, (L * KK) / 4, 4)],
    w: N / 4,
    h: (L * M) / 8,
    outs: 8,
  },
  // arrays via 2 outputs quads of columns: 4 rows x 8 columns (8 targets)
  two84: {
    fs:
      HEAD('uniform sampler2D A; uniform sampler2D B;', 8) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 8;
    ${each(8, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec2(p.x, by + 4 * k + ${i}), 0);`)} ${each(8, (i) => `vec4 a${i} = texelFetch(A, ivec2(k, ay + ${i}), 0); s${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`)} }
    ${each(8, (i) => `r${i} = s${i};`)} }`,
    a: () => [T2, tex(T2, KK / 4, M, 1)],
    b: () => [T2, tex(T2, N / 4, L * KK, 1)],
    w: N / 4,
    h: (L * M) / 8,
    outs: 8,
  },
  dwDiv: {
    fs:
      HEAD(
        'uniform sampler2DArray A; uniform sampler2DArray B; uniform ivec4 gA, gB, gR; uniform int rows;',
        4,
      ) +
      `
    ivec2 origin(ivec4 grid, int lane) { int own = lane * grid.w; return ivec2(own / grid.z * grid.y, own % grid.z * grid.x); }
    void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.x / gR.y * gR.z + p.y / gR.x; int line = p.y % gR.x; int texel = p.x % gR.y;
    ivec2 a = origin(gA, lane) + ivec2(line, 0); ivec2 b = origin(gB, lane) + ivec2(texel, 0);
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < rows / 4; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(b.x, b.y + k, ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec3(a.x, a.y + k, ${i}), 0);`)} ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0 + a1.${'xyzw'[i]} * b1 + a2.${'xyzw'[i]} * b2 + a3.${'xyzw'[i]} * b3;`)} }
    for (int row = rows / 4 * 4; row < rows; row++) { vec4 b0 = texelFetch(B, ivec3(b.x, b.y + row / 4, row % 4), 0); vec4 a0 = texelFetch(A, ivec3(a.x, a.y + row / 4, row % 4), 0); ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * M) / 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 4,
  },
  dwNoDiv: {
    fs:
      HEAD(
        'uniform sampler2DArray A; uniform sampler2DArray B; uniform ivec4 gA, gB, gR; uniform int rows;',
        4,
      ) +
      `
    void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y >= H ? 1 : 0; int line = p.y - lane * H; int texel = p.x;
    ivec2 a = ivec2(line, 0); ivec2 b = ivec2(texel, lane * 8);
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < rows / 4; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(b.x, b.y + k, ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec3(a.x, a.y + k, ${i}), 0);`)} ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0 + a1.${'xyzw'[i]} * b1 + a2.${'xyzw'[i]} * b2 + a3.${'xyzw'[i]} * b3;`)} }
    for (int row = rows / 4 * 4; row < rows; row++) { vec4 b0 = texelFetch(B, ivec3(b.x, b.y + row / 4, row % 4), 0); vec4 a0 = texelFetch(A, ivec3(a.x, a.y + row / 4, row % 4), 0); ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * M) / 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 4,
  },
  dwNoTail: {
    fs:
      HEAD(
        'uniform sampler2DArray A; uniform sampler2DArray B; uniform ivec4 gA, gB, gR; uniform int rows;',
        4,
      ) +
      `
    void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y >= H ? 1 : 0; int line = p.y - lane * H; int texel = p.x;
    ivec2 a = ivec2(line, 0); ivec2 b = ivec2(texel, lane * 8);
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < rows / 4; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(b.x, b.y + k, ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec3(a.x, a.y + k, ${i}), 0);`)} ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0 + a1.${'xyzw'[i]} * b1 + a2.${'xyzw'[i]} * b2 + a3.${'xyzw'[i]} * b3;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * M) / 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 4,
  },
  dwNoTail2D: {
    fs:
      HEAD(
        'uniform sampler2D A; uniform sampler2D B; uniform ivec4 gA, gB, gR; uniform int rows;',
        4,
      ) +
      `
    void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y >= H ? 1 : 0; int line = p.y - lane * H; int texel = p.x;
    ivec2 a = ivec2(line, 0); ivec2 b = ivec2(texel, lane * 32);
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < rows; k += 4) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec2(b.x, b.y + k + ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = texelFetch(A, ivec2(a.x, a.y + k + ${i}), 0);`)} ${each(4, (i) => `s${i} += a0.${'xyzw'[i]} * b0 + a1.${'xyzw'[i]} * b1 + a2.${'xyzw'[i]} * b2 + a3.${'xyzw'[i]} * b3;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [T2, tex(T2, KK / 4, M, 1)],
    b: () => [T2, tex(T2, N / 4, L * M, 1)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 4,
  },
  dw84: {
    fs:
      HEAD(
        'uniform sampler2DArray A; uniform sampler2DArray B; uniform ivec4 gA, gB, gR; uniform int rows;',
        8,
      ) +
      `
    void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y >= H ? 1 : 0; int line = p.y - lane * H; int texel = p.x;
    ivec2 a = ivec2(2 * line, 0); ivec2 b = ivec2(texel, lane * 8);
    ${each(8, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < rows / 4; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(b.x, b.y + k, ${i}), 0);`)} ${each(8, (i) => `vec4 a${i} = texelFetch(A, ivec3(a.x + ${i >> 2}, a.y + k, ${i % 4}), 0);`)} ${each(8, (i) => [0, 1, 2, 3].map((j) => `s${i} += a${j + (i >> 2) * 4}.${'xyzw'[i % 4]} * b${j};`).join(''))} }
    ${each(8, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * M) / 4, 4)],
    w: N / 4,
    h: (L * KK) / 8,
    outs: 8,
  },
  ubo44: {
    fs:
      HEAD(
        'uniform sampler2DArray A; uniform sampler2DArray B; layout(std140) uniform U { vec4 u[4096]; };',
        4,
      ) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K; int ay = p.y % H * 196;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `vec4 b${i} = texelFetch(B, ivec3(p.x, by + k, ${i}), 0);`)} ${each(4, (i) => `vec4 a${i} = u[ay + k + ${i * 640}]; s${i} += a${i}.x * b0 + a${i}.y * b1 + a${i}.z * b2 + a${i}.w * b3;`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * KK) / 4, 4)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  // interleaved: MACs with mat4
  mat44: {
    fs:
      HEAD('uniform sampler2DArray A; uniform sampler2DArray B;', 4) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K; int ay = p.y % H;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    ivec3 pa = ivec3(0, ay, 0); ivec3 pb = ivec3(p.x, by, 0);
    for (; pa.x < K; pa.x++, pb.y++) { mat4 b = mat4(texelFetch(B, pb, 0), texelFetch(B, ivec3(pb.xy, 1), 0), texelFetch(B, ivec3(pb.xy, 2), 0), texelFetch(B, ivec3(pb.xy, 3), 0));
     ${each(4, (i) => `s${i} += b * texelFetch(A, ivec3(pa.xy, ${i}), 0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * KK) / 4, 4)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  // only fetches
  fetchOnly: {
    fs:
      HEAD('uniform sampler2DArray A; uniform sampler2DArray B;', 4) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K; int ay = p.y % H;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += texelFetch(B, ivec3(p.x, by + k, ${i}), 0); s${i} += texelFetch(A, ivec3(k, ay, ${i}), 0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [TA, tex(TA, KK / 4, M / 4, 4)],
    b: () => [TA, tex(TA, N / 4, (L * KK) / 4, 4)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  fetchOnly2D: {
    fs:
      HEAD('uniform sampler2D A; uniform sampler2D B;', 4) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += texelFetch(B, ivec2(p.x, by + 4 * k + ${i}), 0); s${i} += texelFetch(A, ivec2(k, ay + ${i}), 0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`,
    a: () => [T2, tex(T2, KK / 4, M, 1)],
    b: () => [T2, tex(T2, N / 4, L * KK, 1)],
    w: N / 4,
    h: (L * M) / 4,
    outs: 4,
  },
  w1: {
    fs: HEAD('', 1) + `void main() { r0 = vec4(gl_FragCoord.x); }`,
    a: () => [TA, tex(TA, 4, 4, 4)],
    b: () => [TA, tex(TA, 4, 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 1,
  },
  w4: {
    fs: HEAD('', 4) + `void main() { ${each(4, (i) => `r${i} = vec4(gl_FragCoord.x);`)} }`,
    a: () => [TA, tex(TA, 4, 4, 4)],
    b: () => [TA, tex(TA, 4, 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 4,
  },
  w8: {
    fs: HEAD('', 8) + `void main() { ${each(8, (i) => `r${i} = vec4(gl_FragCoord.x);`)} }`,
    a: () => [TA, tex(TA, 4, 4, 4)],
    b: () => [TA, tex(TA, 4, 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 8,
  },
  w8div: {
    fs:
      HEAD('', 8) +
      `void main() { ivec2 p = ivec2(gl_FragCoord.xy); vec4 v = vec4(p.x / H, p.y / K, p.y % K, p.x % H); ${each(8, (i) => `r${i} = v;`)} }`,
    a: () => [TA, tex(TA, 4, 4, 4)],
    b: () => [TA, tex(TA, 4, 4, 4)],
    w: N / 4,
    h: (L * KK) / 4,
    outs: 8,
  },
  lod: { fs: HEAD('uniform sampler2D A; uniform sampler2D B;', 4) + `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += textureLod(B, vec2((float(p.x) + 0.5) / 128.0, (float(by + 4 * k + ${i}) + 0.5) / 1568.0), 0.0); s${i} += textureLod(A, vec2((float(k) + 0.5) / 196.0, (float(ay + ${i}) + 0.5) / 32.0), 0.0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`, a: () => [T2, t2(KK / 4, M)], b: () => [T2, t2(N / 4, L * KK)], w: N / 4, h: L * M / 4, outs: 4 },
  uint: { fs: HEAD('uniform usampler2D A; uniform usampler2D B;', 4) + `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += uintBitsToFloat(texelFetch(B, ivec2(p.x, by + 4 * k + ${i}), 0)); s${i} += uintBitsToFloat(texelFetch(A, ivec2(k, ay + ${i}), 0));`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`, a: () => [T2, t2u(KK / 4, M)], b: () => [T2, t2u(N / 4, L * KK)], w: N / 4, h: L * M / 4, outs: 4 },
  mut: { fs: HEAD('uniform sampler2D A; uniform sampler2D B;', 4) + `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += texelFetch(B, ivec2(p.x, by + 4 * k + ${i}), 0); s${i} += texelFetch(A, ivec2(k, ay + ${i}), 0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`, a: () => [T2, t2m(KK / 4, M)], b: () => [T2, t2m(N / 4, L * KK)], w: N / 4, h: L * M / 4, outs: 4 },
  const: { fs: HEAD('uniform sampler2D A; uniform sampler2D B;', 4) + `void main() { ivec2 p = ivec2(gl_FragCoord.xy); int lane = p.y / H; int by = lane * K * 4; int ay = p.y % H * 4;
    ${each(4, (i) => `vec4 s${i} = vec4(0);`)}
    for (int k = 0; k < K; k++) { ${each(4, (i) => `s${i} += texelFetch(B, ivec2(p.x, ${i}), 0); s${i} += texelFetch(A, ivec2(3, ${i}), 0);`)} }
    ${each(4, (i) => `r${i} = s${i};`)} }`, a: () => [T2, t2(KK / 4, M)], b: () => [T2, t2(N / 4, L * KK)], w: N / 4, h: L * M / 4, outs: 4 },
};
async function run(name: string, count: number) {
  const v = variants[name]!;
  const p = program(v.fs);
  gl.useProgram(p);
  const [ta, a] = v.a(),
    [tb, b] = v.b();
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(ta, a);
  gl.activeTexture(gl.TEXTURE1);
  gl.bindTexture(tb, b);
  gl.uniform1i(gl.getUniformLocation(p, 'A'), 0);
  gl.uniform1i(gl.getUniformLocation(p, 'B'), 1);
  gl.uniform1i(gl.getUniformLocation(p, 'K'), KK / 4);
  gl.uniform1i(gl.getUniformLocation(p, 'H'), v.h / L);
  gl.uniform1i(gl.getUniformLocation(p, 'rows'), M);
  gl.uniform4i(gl.getUniformLocation(p, 'gA'), M / 4, KK / 4, 1, 0);
  gl.uniform4i(gl.getUniformLocation(p, 'gB'), M / 4, N / 4, L, 1);
  gl.uniform4i(gl.getUniformLocation(p, 'gR'), KK / 4, N / 4, L, 1);
  const bi = gl.getUniformBlockIndex(p, 'U');
  if (bi !== gl.INVALID_INDEX) {
    gl.uniformBlockBinding(p, bi, 0);
    const ub = gl.createBuffer();
    gl.bindBuffer(gl.UNIFORM_BUFFER, ub);
    gl.bufferData(gl.UNIFORM_BUFFER, new Float32Array(16384).fill(0.01), gl.DYNAMIC_DRAW);
    gl.bindBufferBase(gl.UNIFORM_BUFFER, 0, ub);
  }
  gl.activeTexture(gl.TEXTURE5);
  const out = tex(TA, v.w, v.h, v.outs);
  const fb = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, fb);
  for (let i = 0; i < v.outs; i++)
    gl.framebufferTextureLayer(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0 + i, out, 0, i);
  gl.drawBuffers(Array.from({ length: v.outs }, (_, i) => gl.COLOR_ATTACHMENT0 + i));
  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE)
    throw new Error('incomplete');
  gl.viewport(0, 0, v.w, v.h);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  const px = new Float32Array(4);
  gl.readPixels(1, 1, 1, 1, gl.RGBA, gl.FLOAT, px);
  const t0 = performance.now();
  for (let i = 0; i < count; i++) gl.drawArrays(gl.TRIANGLES, 0, 3);
  gl.readPixels(1, 1, 1, 1, gl.RGBA, gl.FLOAT, px);
  return { name, ms: (performance.now() - t0) / count, v: px[0] };
}
const names = Object.keys(variants);
self.onmessage = async (e: MessageEvent) => {
  const [, which, count] = e.data;
  try {
    self.postMessage({ r: await run(names[which]!, count) });
  } catch (err) {
    self.postMessage({ error: String(err) });
  }
};
self.postMessage('ready');
