/** In frames that may forbid downloads: the text of the file that was just saved, to be copied. */
import { useRef, useSyncExternalStore } from 'react';
import { Button } from './controls/button.tsx';
import { ModalDialog } from './controls/modal-dialog.tsx';
import { offerText, offeredText } from './offered-text.ts';
import styles from './copy-text.module.css';

export function CopyText() {
  const file = useSyncExternalStore(offeredText.subscribe, offeredText.now);
  const field = useRef<HTMLTextAreaElement>(null);
  if (!file) return null;
  const { name, text } = file;
  const close = () => offerText(null);
  return (
    <ModalDialog title={name} onClose={close}>
      <p>
        {text === null
          ? 'The page around this frame may forbid downloads. If nothing was saved, open the page by itself and save the file there.'
          : 'The page around this frame may forbid downloads. If nothing was saved, copy the text and keep it under this name.'}
      </p>
      {text !== null && (
        <>
          <textarea
            ref={field}
            className={styles.text}
            aria-label={`Text of ${name}`}
            rows={12}
            readOnly
            value={text}
            onFocus={(event) => event.target.select()}
          />
          <Button
            onClick={() => {
              field.current?.focus();
              field.current?.select();
              // The clipboard may be forbidden too: then the text stands selected, for the keys.
              if ('clipboard' in navigator)
                void navigator.clipboard.writeText(text).catch(() => undefined);
            }}
          >
            Copy, or select for Ctrl+C
          </Button>
        </>
      )}
    </ModalDialog>
  );
}
