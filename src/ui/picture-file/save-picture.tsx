/** Saves a chart or picture of the page as a file; its makers come when they are asked for. */
import { use, useState } from 'react';
import type { RefObject } from 'react';
import { ActionList } from '../controls/action-list.tsx';
import { PopoverButton } from '../controls/popover-button.tsx';
import { lateModule } from '../late-module.ts';
import { PictureTextContext } from './picture-text-context.ts';
import type { Drawn } from './standalone-svg.ts';

const makers = lateModule(() => import('./save-picture-as.ts'));

interface SavePictureProps {
  readonly title: string;
  /** What is drawn. */
  readonly picture: RefObject<HTMLElement | null> | (() => Drawn);
}

export function SavePicture({ title, picture }: SavePictureProps) {
  const tellText = use(PictureTextContext);
  const [problem, setProblem] = useState<string | null>(null);
  if (!tellText) return null;
  const save = async (kind: 'svg' | 'png', close: () => void) => {
    setProblem(null);
    try {
      makers.fetchAnew();
      const [{ savePictureAs }, text] = await Promise.all([makers.read(), tellText()]);
      const drawn = typeof picture === 'function' ? picture() : picture.current;
      if (!drawn) return;
      const refusal = await savePictureAs(kind, drawn, { ...text, title });
      if (refusal === null) close();
      else setProblem(refusal);
    } catch {
      setProblem('The picture could not be made. Try again.');
    }
  };
  return (
    <PopoverButton
      look="link"
      aria-label={`Save ${title} as a picture`}
      panelLabel={`Save ${title}`}
      position="bottom-end"
      onOpen={() => setProblem(null)}
      panel={(close) => (
        <>
          <ActionList
            actions={[
              {
                label: 'SVG',
                detail: 'Sharp at every size, for papers and slides; with settings and link in it.',
                act: () => void save('svg', close),
              },
              {
                label: 'PNG',
                detail: 'Pixels, twice as many as on screen; with settings and link in it.',
                act: () => void save('png', close),
              },
            ]}
          />
          {problem !== null && <p role="alert">{problem}</p>}
        </>
      )}
    >
      Save
    </PopoverButton>
  );
}
