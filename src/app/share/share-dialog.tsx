/** The settings on show as a link, as a code for a camera, and as a frame for another page. */
import { Suspense, use, useState } from 'react';
import type { ReactNode } from 'react';
import { LONGEST_LINK } from '../../links/shared-state.ts';
import type { MadeLink } from '../../links/shared-state.ts';
import { controlGroupsOf, hiddenIn, hiding } from '../../links/hidden-controls.ts';
import type { ControlId } from '../../links/hidden-controls.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CheckBox } from '../../ui/controls/check-box.tsx';
import { CopiedText } from '../../ui/controls/copied-text.tsx';
import { ModalDialog } from '../../ui/controls/modal-dialog.tsx';
import { seatIn } from '../../lessons/session/seat.ts';
import { usePlayground } from '../../store/playground-context.tsx';
import type { Page } from '../pages.ts';
import { isLessonAddress, withSeat } from './lesson-address.ts';
import { QrCode } from './qr-code.tsx';
import { singleControlsOf } from './single-controls.ts';
import type { SingleControl } from './single-controls.ts';
import { SeatChoice } from './seat-choice.tsx';
import { usePageLink } from './use-page-link.ts';
import styles from './share.module.css';

interface ShareDialogProps {
  readonly page: Page;
  readonly onClose: () => void;
}

export function ShareDialog({ page, onClose }: ShareDialogProps) {
  // Not below: what waits is made anew when it has come.
  const link = usePageLink(page);
  return (
    <ModalDialog title="Share" onClose={onClose}>
      <Suspense fallback={<p>Packing the settings …</p>}>
        <Contents page={page} made={link} />
      </Suspense>
    </ModalDialog>
  );
}

interface ContentsProps {
  readonly page: Page;
  readonly made: Promise<MadeLink>;
}

function Contents({ page, made }: ContentsProps) {
  const { address, leftOut } = use(made);
  const [hidden, setHidden] = useState(hiddenIn(location.hash));
  const [seat, setSeat] = useState(seatIn(location.hash));
  const isLesson = isLessonAddress(address);
  const shown = hiding(address, hidden);
  const link = `${location.href.split('#')[0] ?? ''}${isLesson ? withSeat(shown, seat) : shown}`;
  const frame = `<iframe src="${link}" title="Regularization Playground" width="100%" height="720" style="border:0"></iframe>`;
  return (
    <div className={styles.contents}>
      <CopiedText label="Link" text={link} />
      {link.length > LONGEST_LINK && (
        <p role="alert">
          This link has {link.length.toLocaleString('en')} characters, and some messengers cut what
          is longer than {LONGEST_LINK.toLocaleString('en')}.
        </p>
      )}
      {leftOut.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isLesson ? (
        <>
          <p className={styles.note}>
            Whoever opens the link begins this lesson from its first question. Nothing is sent
            anywhere.
          </p>
          <SeatChoice seat={seat} onChange={setSeat} />
        </>
      ) : (
        <p className={styles.note}>
          A link holds settings, not results: whoever opens it can have the same results. Nothing is
          sent anywhere, and opening it trains nothing.
        </p>
      )}
      <ControlChoice page={page} hidden={hidden} onChange={setHidden} />
      <QrCode text={link} />
      <CopiedText label="Frame for a page of your own" text={frame} rows={3} />
    </div>
  );
}

interface ControlChoiceProps {
  readonly page: Page;
  readonly hidden: readonly ControlId[];
  readonly onChange: (hidden: readonly ControlId[]) => void;
}

/** For a class that is to press one button, or a frame that has little room. */
function ControlChoice({ page, hidden, onChange }: ControlChoiceProps) {
  const experiment = usePlayground((state) => state.experiment);
  const choice = (id: ControlId, label: string) => (
    <CheckBox
      key={id}
      isChecked={!hidden.includes(id)}
      onChange={(stays) => onChange(stays ? hidden.filter((one) => one !== id) : [...hidden, id])}
    >
      {label}
    </CheckBox>
  );
  return (
    <details className={styles.choice} open={hidden.length > 0}>
      <summary>Controls that stay</summary>
      <p className={styles.note}>
        Whoever opens the link sees those that are ticked. All can be had back at the foot of the
        page.
      </p>
      {controlGroupsOf(page.id).map(({ id, label }) => {
        const singles = singleControlsOf(page.id, id, experiment);
        const isWhole = !singles.some((one) => hidden.includes(one.id));
        return (
          <div key={id}>
            {choice(id, label)}
            {singles.length > 0 && !hidden.includes(id) && (
              <details className={styles.single} open={!isWhole}>
                <summary aria-label={`One by one: ${label}`}>one by one</summary>
                <OneByOne singles={singles} {...{ hidden, onChange }}>
                  {singles.map((one) => choice(one.id, one.label))}
                </OneByOne>
              </details>
            )}
          </div>
        );
      })}
    </details>
  );
}

interface OneByOneProps extends Pick<ControlChoiceProps, 'hidden' | 'onChange'> {
  readonly singles: readonly SingleControl[];
  readonly children: ReactNode;
}

/** Most links keep one or two of them: all can be unticked at once. */
function OneByOne({ singles, hidden, onChange, children }: OneByOneProps) {
  const ids = singles.map(({ id }) => id);
  const others = hidden.filter((one) => !ids.some((id) => id === one));
  const areAllHidden = ids.every((id) => hidden.includes(id));
  return (
    <>
      <Button look="link" onClick={() => onChange(areAllHidden ? others : [...others, ...ids])}>
        {areAllHidden ? 'Tick all of these' : 'Untick all of these'}
      </Button>
      <div className={styles.columns}>{children}</div>
    </>
  );
}
