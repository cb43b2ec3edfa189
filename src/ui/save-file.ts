/**
 * Hands a text, or bytes, to the browser as a file to be saved. A frame in somebody else's page may forbid downloads,
 * and nobody is told: there the text is offered to be copied besides, by whoever listens (ui/copy-text.tsx).
 */
import { offerText } from './offered-text.ts';

export function saveFile(
  name: string,
  type: string,
  content: string | Uint8Array<ArrayBuffer> | Blob,
): void {
  const isText = typeof content === 'string';
  const blob = new Blob([content], { type: isText ? `${type};charset=utf-8` : type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  if (isInFrame()) offerText({ name, text: isText ? content : null });
}

function isInFrame(): boolean {
  return window.top !== window;
}
