/** In frames that may forbid downloads: the text of the file that was just saved, to be copied. */
import { useSyncExternalStore } from 'react';
import { CopiedText } from './controls/copied-text.tsx';
import { ModalDialog } from './controls/modal-dialog.tsx';
import { offerText, offeredText } from './offered-text.ts';

export function CopyText() {
  const file = useSyncExternalStore(offeredText.subscribe, offeredText.now);
  if (!file) return null;
  const { name, text } = file;
  return (
    <ModalDialog title={name} onClose={() => offerText(null)}>
      <p>
        {text === null
          ? 'The page around this frame may forbid downloads. If nothing was saved, open the page by itself and save the file there.'
          : 'The page around this frame may forbid downloads. If nothing was saved, copy the text and keep it under this name.'}
      </p>
      {text !== null && <CopiedText label={`Text of ${name}`} text={text} rows={12} />}
    </ModalDialog>
  );
}
