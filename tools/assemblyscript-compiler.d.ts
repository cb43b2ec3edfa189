/**
 * The part of 'assemblyscript/asc' that we use (tsconfig.node.json maps it here). Its own declarations
 * describe AssemblyScript's globals as well, and would change JavaScript's in every tool and test.
 */
interface MemoryStream {
  write(chunk: string | Uint8Array): void;
  toString(): string;
}
interface CompilerOptions {
  stdout?: MemoryStream;
  stderr?: MemoryStream;
  readFile?: (name: string, baseDir: string) => string | null;
  writeFile?: (name: string, contents: string | Uint8Array, baseDir: string) => void;
}
declare const asc: {
  createMemoryStream(): MemoryStream;
  /** `error` is null if it compiled. */
  main(args: string[], options: CompilerOptions): Promise<{ error: Error | null }>;
};
export default asc;
