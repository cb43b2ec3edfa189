/** Files that are dropped on the page or pasted, as long as the sheet is open; pasted text counts as a file. */
import { useEffect, useEffectEvent, useState } from 'react';

/** Whether a file hangs over the page. */
export function useBroughtFiles(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  const bring = useEffectEvent((event: Event, file: File | null | undefined) => {
    event.preventDefault();
    setOver(false);
    if (file) onFile(file);
  });
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => bring(event, event.dataTransfer?.files[0]);
    const paste = (event: ClipboardEvent) => {
      const { target, clipboardData } = event;
      const isTyping = target instanceof HTMLInputElement && target.type === 'text';
      if (!isTyping && clipboardData) bring(event, pastedFile(clipboardData));
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return isOver;
}

function pastedFile(clipboard: DataTransfer): File | null {
  const [file] = clipboard.files;
  const text = clipboard.getData('text/plain');
  return file ?? (text.trim() === '' ? null : new File([text], 'pasted rows'));
}
