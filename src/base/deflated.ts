/** Bytes with less room: RFC 1951 as "deflate-raw", within RFC 1950 as "deflate". */
export async function deflated(
  content: BlobPart,
  format: 'deflate' | 'deflate-raw',
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
