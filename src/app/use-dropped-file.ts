/** A JSON file that is dropped anywhere on the page is opened; other files are left to whoever takes them. */
import { useEffect } from 'react';
import { useLink } from '../store/links/link-context.tsx';

export function useDroppedFile(): void {
  const openFile = useLink((state) => state.openFile);
  useEffect(() => {
    const over = (event: DragEvent) => {
      // What it is called is not told before it is dropped.
      const isJson = [...(event.dataTransfer?.items ?? [])].some(
        ({ type }) => type === 'application/json',
      );
      if (isJson && !isDialogOpen()) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file || !/\.json$/i.test(file.name) || isDialogOpen()) return;
      event.preventDefault();
      void openFile(file);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, [openFile]);
}

/** It takes what is dropped, or nothing may happen behind it. */
function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
