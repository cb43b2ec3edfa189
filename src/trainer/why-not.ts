/** Why a backend does not work here, as the end of a sentence: without its full stop, and in plain words. */

/** "This device cannot draw." → "this device cannot draw" */
export function asClause(error: unknown): string {
  const text = messageOf(error).trim().replace(/\.+$/, '');
  // Names keep their capital.
  return /^(The|This|These|An?) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What a browser says of WebAssembly that it cannot compile is for those who make it. */
export function whyNoWasm(error: unknown): string {
  const message = messageOf(error);
  if (error instanceof ReferenceError) return 'this browser has no WebAssembly';
  if (/polic|refused|disallowed|not allowed|blocked/i.test(message))
    return 'this browser, or the site that shows the page, forbids WebAssembly';
  if (error instanceof TypeError || isCompileError(error))
    return 'its code did not arrive, or arrived damaged';
  return asClause(error);
}

function isCompileError(error: unknown): boolean {
  return error instanceof Error && error.name === 'CompileError';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
