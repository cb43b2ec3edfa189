/** What was pasted lasts as long as the tab; storage may be denied or full. */
import { useState } from 'react';

const KEY = 'class-lines';

export function usePastedText(): readonly [text: string, paste: (text: string) => void] {
  const [text, setText] = useState(read);
  const paste = (pasted: string) => {
    setText(pasted);
    try {
      sessionStorage.setItem(KEY, pasted);
    } catch {
      // It is lost with the page.
    }
  };
  return [text, paste];
}

function read(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}
