/** Name, navigation, and what concerns the whole page. */
import { useId, useState } from 'react';
import { Hideable } from '../pages/shared/hideable.tsx';
import { usePlayground } from '../store/playground-context.tsx';
import { useBiasVariance } from '../store/bias-variance/bias-variance-context.tsx';
import type { PlanRunState, PreparedRun } from '../store/plan-run/plan-run-state.ts';
import { useSweep } from '../store/sweep/sweep-context.tsx';
import { Button } from '../ui/controls/button.tsx';
import { BackendMenu } from './backend-menu.tsx';
import { PAGES } from './pages.ts';
import type { Page } from './pages.ts';
import { ShareDialog } from './share/share-dialog.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import styles from './header.module.css';

export function Header({ page }: { readonly page: Page }) {
  return (
    <header className={styles.header} data-control="header">
      <a className={`${styles.brand ?? ''} not-presented`} href="#/">
        <Mark />
        Regularization Playground
      </a>
      <Hideable control="header-pages">{PAGES.length > 1 && <Navigation page={page} />}</Hideable>
      <Hideable control="header-history">
        <HistoryButton />
      </Hideable>
      <div className={`${styles.tools ?? ''} not-printed`}>
        <Hideable control="header-backend">
          <BackendMenu />
        </Hideable>
        <Hideable control="header-share">
          <ShareButton page={page} />
        </Hideable>
        <Hideable control="header-export">{page.Export && <page.Export />}</Hideable>
        <Hideable control="header-present">
          <PresentButton mainButtonId={page.mainButton.id} />
        </Hideable>
        <Hideable control="header-appearance">
          <ThemeMenu />
        </Hideable>
        <Hideable control="header-help">
          <HelpButton />
        </Hideable>
      </div>
    </header>
  );
}

function Navigation({ page }: { readonly page: Page }) {
  return (
    <nav className={`${styles.nav ?? ''} not-presented not-printed`} aria-label="Views">
      {PAGES.map(({ id, label, href }) => (
        <a key={id} href={href} aria-current={id === page.id ? 'page' : undefined}>
          {label}
          {id !== page.id && <PageProgress page={id} />}
        </a>
      ))}
    </nav>
  );
}

/** What is trained for a page goes on while another one is looked at. */
function PageProgress({ page }: { readonly page: Page['id'] }) {
  const sweep = useSweep(progressOf);
  const biasVariance = useBiasVariance(progressOf);
  const progress = page === 'sweep' ? sweep : page === 'bias-variance' ? biasVariance : null;
  return progress === null ? null : <span className={styles.navProgress}>{progress}</span>;
}

/** "40 %", "paused at 40 %"; null: nothing trains. */
function progressOf({
  status,
  done,
  prepared: { lanes },
}: Pick<PlanRunState<unknown, PreparedRun>, 'status' | 'done' | 'prepared'>): string | null {
  if (status === 'resting' || lanes.length === 0) return null;
  const share = `${Math.floor((done / lanes.length) * 100)} %`;
  return status === 'paused' ? `paused at ${share}` : share;
}

function HistoryButton() {
  const showSheet = usePlayground((state) => state.showSheet);
  return (
    <Button
      className={`${styles.history ?? ''} not-presented not-printed`}
      aria-haspopup="dialog"
      onClick={() => showSheet('history')}
    >
      History
    </Button>
  );
}

function ShareButton({ page }: { readonly page: Page }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className="not-presented" onClick={() => setOpen(true)}>
        Share
      </Button>
      {isOpen && <ShareDialog page={page} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Makes the page large, for a projector; a second press or Escape undoes it. */
function PresentButton({ mainButtonId }: { readonly mainButtonId: string }) {
  const isPresenting = usePlayground((state) => state.isPresenting);
  const setPresenting = usePlayground((state) => state.setPresenting);
  const hintId = useId();
  return (
    <>
      {isPresenting && (
        <span id={hintId} className={styles.wayOut}>
          <kbd>Esc</kbd>
        </span>
      )}
      <Button
        aria-describedby={isPresenting ? hintId : undefined}
        onClick={() => {
          setPresenting(!isPresenting);
          // The button that leaves the present mode now stands in its place, and Space must not press it.
          if (!isPresenting) document.getElementById(mainButtonId)?.focus();
        }}
      >
        {isPresenting ? 'Leave' : 'Present'}
      </Button>
    </>
  );
}

function HelpButton() {
  const showSheet = usePlayground((state) => state.showSheet);
  return (
    <Button
      className={`${styles.help ?? ''} not-presented`}
      aria-label="Help"
      title="Help"
      onClick={() => showSheet('help')}
    >
      <span aria-hidden="true">?</span>
    </Button>
  );
}

/** The L1 ball around the L2 ball. */
function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round">
        <path d="M13 1.5 24.5 13 13 24.5 1.5 13z" />
        <circle cx="13" cy="13" r="5.2" />
      </g>
    </svg>
  );
}
