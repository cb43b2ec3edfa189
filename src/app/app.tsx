/** The shell around every page: header, colour scheme, and the page that the address names. */
import { HeadlessMantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { findDefinition } from '../glossary/find-definition.ts';
import { PlaygroundProvider, usePlayground } from '../store/playground-context.tsx';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { TermDefinitionsContext } from '../ui/words/term-definitions.ts';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { usePage } from './pages.ts';
import { Sheets } from './sheets.tsx';
import { SkipLink } from './skip-link.tsx';
import { usePresentation } from './use-presentation.ts';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './app.module.css';

export function App({ store }: { readonly store: PlaygroundStore }) {
  return (
    // Headless: Mantine places and traps, the page's own style sheets draw.
    <HeadlessMantineProvider>
      <PlaygroundProvider store={store}>
        <TermDefinitionsContext value={findDefinition}>
          <Shell />
        </TermDefinitionsContext>
      </PlaygroundProvider>
    </HeadlessMantineProvider>
  );
}

function Shell() {
  const page = usePage();
  useColorScheme();
  usePresentation();
  useShortcuts(page.id);
  return (
    <div className={styles.shell}>
      <SkipLink />
      <Header page={page} />
      <page.Content />
      <Footer />
      <Sheets />
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
