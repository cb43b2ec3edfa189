/** Text as letters that an address can carry: deflated (RFC 1951), in base64url (RFC 4648). */
import { base64Of } from '../base/base64.ts';
import { deflated } from '../base/deflated.ts';

/** What a link may hold once it is unpacked: far more than any that this page makes. */
const MOST_CHARACTERS = 200_000;

export async function pack(text: string): Promise<string> {
  return base64Url(await deflated(text, 'deflate-raw'));
}

/** Throws where it was not packed like this, or holds too much. */
export async function unpack(packed: string): Promise<string> {
  const bytes = bytesOf(packed);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length <= MOST_CHARACTERS) continue;
    await reader.cancel();
    throw new RangeError('It holds more than any link.');
  }
  return text + decoder.decode();
}

function base64Url(bytes: Uint8Array): string {
  return base64Of(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
