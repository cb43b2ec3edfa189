/** The shell around every page: header, colour scheme, and the page that the address names. */
import { HeadlessMantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { findDefinition } from '../glossary/find-definition.ts';
import { LanePoolProvider } from '../store/lane-pool-context.tsx';
import type { SharedPool } from '../store/lane-pool-context.tsx';
import { PlaygroundProvider, usePlayground } from '../store/playground-context.tsx';
import type { PlaygroundStore } from '../store/playground.ts';
import { BiasVarianceProvider } from '../store/bias-variance/bias-variance-context.tsx';
import type { BiasVarianceStore } from '../store/bias-variance/bias-variance-store.ts';
import { HistoryProvider } from '../store/history/history-context.tsx';
import type { HistoryStore } from '../store/history/history-state.ts';
import { LinkProvider } from '../store/links/link-context.tsx';
import type { LinkStore } from '../store/links/link-store.ts';
import { SweepProvider } from '../store/sweep/sweep-context.tsx';
import type { SweepStore } from '../store/sweep/sweep-store.ts';
import { OfflineProvider } from '../store/offline/offline-context.tsx';
import type { OfflineStore } from '../store/offline/offline-store.ts';
import type { PageUndo } from '../store/undo/page-undo.ts';
import { UndoContext } from '../store/undo/undo-context.tsx';
import { CopyText } from '../ui/copy-text.tsx';
import { PictureTextContext } from '../ui/picture-file/picture-text-context.ts';
import { TermDefinitionsContext } from '../ui/words/term-definitions.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { PAGES, usePage } from './pages.ts';
import { PageHistoryNotice } from './history/page-history-notice.tsx';
import { UpdateNotice } from './offline/update-notice.tsx';
import { LinkNotice } from './share/link-notice.tsx';
import { Sheets } from './sheets.tsx';
import { SkipLink } from './skip-link.tsx';
import { useDroppedFile } from './use-dropped-file.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { useHiddenControls } from './use-hidden-controls.ts';
import { usePictureText } from './use-picture-text.ts';
import { usePresentation } from './use-presentation.ts';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './app.module.css';

interface AppProps {
  readonly store: PlaygroundStore;
  readonly sweepStore: SweepStore;
  readonly biasVarianceStore: BiasVarianceStore;
  readonly pool: SharedPool;
  readonly linkStore: LinkStore;
  readonly undo: PageUndo;
  readonly historyStore: HistoryStore;
  readonly offlineStore: OfflineStore;
}

export function App({
  store,
  sweepStore,
  biasVarianceStore,
  pool,
  linkStore,
  undo,
  historyStore,
  offlineStore,
}: AppProps) {
  return (
    // Headless: Mantine places and traps, the page's own style sheets draw.
    <HeadlessMantineProvider>
      <PlaygroundProvider store={store}>
        <LanePoolProvider pool={pool}>
          <SweepProvider store={sweepStore}>
            <BiasVarianceProvider store={biasVarianceStore}>
              <LinkProvider store={linkStore}>
                <UndoContext value={undo}>
                  <HistoryProvider store={historyStore}>
                    <OfflineProvider store={offlineStore}>
                      <TermDefinitionsContext value={findDefinition}>
                        <Shell />
                      </TermDefinitionsContext>
                    </OfflineProvider>
                  </HistoryProvider>
                </UndoContext>
              </LinkProvider>
            </BiasVarianceProvider>
          </SweepProvider>
        </LanePoolProvider>
      </PlaygroundProvider>
    </HeadlessMantineProvider>
  );
}

function Shell() {
  const page = usePage();
  useColorScheme();
  usePresentation();
  useHiddenControls();
  useShortcuts(page.id);
  useFocusOnArrival(page.mainButton.id);
  useOtherPages();
  useDroppedFile();
  const tellPictureText = usePictureText(page.id);
  return (
    <div className={styles.shell}>
      <SkipLink to={page.mainButton} />
      <Header page={page} />
      <UpdateNotice />
      <LinkNotice />
      <PageHistoryNotice />
      <PictureTextContext value={tellPictureText}>
        <page.Content />
      </PictureTextContext>
      <Footer />
      <Sheets />
      <CopyText />
    </div>
  );
}

/** The page on show comes first; the others are there before they are asked for, and should the network go. */
function useOtherPages() {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const { fetchAhead } of PAGES) fetchAhead?.();
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
}

const SETTLED_MS = 2_000;

/** tokens.css reads the attribute; without it the system decides. */
function useColorScheme() {
  const scheme = usePlayground((state) => state.colorScheme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (scheme === 'system') delete dataset['colorScheme'];
    else dataset['colorScheme'] = scheme;
  }, [scheme]);
}
