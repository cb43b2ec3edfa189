/** The shell around every page: header, colour scheme, and the page that the address names. */
import { HeadlessMantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { EngineRules } from '../panels/engine-rules.tsx';
import { PlaygroundProvider, usePlayground } from '../store/playground-context.tsx';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { ComingPage } from './coming-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { Header } from './header.tsx';
import { usePage } from './pages.ts';
import styles from './app.module.css';

export function App({ store }: { readonly store: PlaygroundStore }) {
  return (
    // Headless: Mantine places and traps, the page's own style sheets draw.
    <HeadlessMantineProvider>
      <PlaygroundProvider store={store}>
        <EngineRules>
          <Shell />
        </EngineRules>
      </PlaygroundProvider>
    </HeadlessMantineProvider>
  );
}

function Shell() {
  const page = usePage();
  useColorScheme();
  return (
    <div className={styles.shell}>
      <Header page={page} />
      {page.id === 'compare' ? <ComparePage /> : <ComingPage page={page} />}
    </div>
  );
}

/** tokens.css reads the attribute; without it the system decides. */
function useColorScheme() {
  const scheme = usePlayground((state) => state.colorScheme);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (scheme === 'system') delete dataset['colorScheme'];
    else dataset['colorScheme'] = scheme;
  }, [scheme]);
}
