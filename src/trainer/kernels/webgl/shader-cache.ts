/** Compiled programs of a device, one for each source; drivers compile while others are sent. */

/** A full-screen triangle from the vertex number alone: no buffers. Counter-clockwise, tfjs culls. */
const VERTEX_SOURCE = /* glsl */ `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  gl_Position = vec4(4.0 * corner - 1.0, 0.0, 1.0);
}
`;

export class Shader {
  readonly program: WebGLProgram;
  /** Whose uniform values the program holds. */
  owner: object | null = null;
  private readonly gl: WebGL2RenderingContext;
  private readonly fragment: WebGLShader | null;
  private readonly locations = new Map<string, WebGLUniformLocation | null>();
  private checked = false;

  constructor(gl: WebGL2RenderingContext, vertex: WebGLShader, source: string) {
    this.gl = gl;
    this.program = gl.createProgram();
    this.fragment = compile(gl, gl.FRAGMENT_SHADER, source);
    gl.attachShader(this.program, vertex);
    gl.attachShader(this.program, this.fragment);
    gl.linkProgram(this.program);
  }

  /** Makes it the current program. The first time waits for the driver, and throws what it complains of. */
  use(): void {
    if (!this.checked) this.check();
    this.gl.useProgram(this.program);
  }

  uniform(name: string): WebGLUniformLocation | null {
    let location = this.locations.get(name);
    if (location === undefined) {
      location = this.gl.getUniformLocation(this.program, name);
      this.locations.set(name, location);
    }
    return location;
  }

  dispose(): void {
    this.gl.deleteProgram(this.program);
  }

  private check(): void {
    const { gl, program, fragment } = this;
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const complaint = (fragment && gl.getShaderInfoLog(fragment)) ?? '';
      throw new Error(
        `A shader does not compile: ${complaint} ${gl.getProgramInfoLog(program) ?? ''}`,
      );
    }
    gl.deleteShader(fragment);
    this.checked = true;
  }
}

export class ShaderCache {
  private readonly gl: WebGL2RenderingContext;
  private readonly vertex: WebGLShader;
  private readonly shaders = new Map<string, Shader>();

  constructor(gl: WebGL2RenderingContext) {
    this.gl = gl;
    this.vertex = compile(gl, gl.VERTEX_SHADER, VERTEX_SOURCE);
  }

  get(source: string): Shader {
    let shader = this.shaders.get(source);
    if (!shader) {
      shader = new Shader(this.gl, this.vertex, source);
      this.shaders.set(source, shader);
    }
    return shader;
  }

  dispose(): void {
    for (const shader of this.shaders.values()) shader.dispose();
    this.shaders.clear();
    this.gl.deleteShader(this.vertex);
  }
}

function compile(gl: WebGL2RenderingContext, type: number, source: string): WebGLShader {
  const shader = gl.createShader(type);
  if (!shader) throw new Error('The WebGL context was lost.');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}
