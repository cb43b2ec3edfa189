/** Who draws: the name by which a software renderer is recognised. */
export function rendererName(gl: WebGLRenderingContext | WebGL2RenderingContext): string {
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  return typeof name === 'string' ? name : '';
}

/** SwiftShader (Chromium), llvmpipe and softpipe (Mesa), WARP and Microsoft Basic Render (Windows). */
export function isSoftwareRenderer(name: string): boolean {
  return /swiftshader|llvmpipe|softpipe|\bwarp\b|basic render|software/i.test(name);
}
