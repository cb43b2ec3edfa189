import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer, rendererName } from './renderer-name.ts';

const SOFTWARE = [
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'Google SwiftShader',
  'Mesa/X.org, llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Mesa, llvmpipe (LLVM 17.0.6, 256 bits), OpenGL 4.5)',
  'Gallium 0.4 on softpipe',
  'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Unknown, Microsoft WARP Direct3D11 vs_5_0 ps_5_0)',
  'Apple Software Renderer',
];
const HARDWARE = [
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
  'ANGLE (AMD, AMD Radeon Pro 5300M OpenGL Engine, OpenGL 4.1)',
  'Apple GPU',
  'Adreno (TM) 640',
  'Mali-G78',
  'PowerVR Rogue GE8320',
  '',
];

describe('a renderer', () => {
  it.each(SOFTWARE)('named "%s" is software', (name) => {
    expect(isSoftwareRenderer(name)).toBe(true);
  });

  it.each(HARDWARE)('named "%s" is not', (name) => {
    expect(isSoftwareRenderer(name)).toBe(false);
  });

  it('is asked for by its unmasked name where the browser gives it', () => {
    const context = (unmasked: object | null) => {
      const names: Record<number, string> = { 1: 'WebKit WebGL', 2: 'llvmpipe' };
      const getParameter = (which: number) => names[which];
      return { RENDERER: 1, getExtension: () => unmasked, getParameter } as never;
    };
    expect(rendererName(context({ UNMASKED_RENDERER_WEBGL: 2 }))).toBe('llvmpipe');
    expect(rendererName(context(null))).toBe('WebKit WebGL');
  });
});
