/** A page whose code comes after that of the first one, or before it is asked for, so that it is there offline too. */
import { Suspense, use, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { Guarded } from '../ui/guarded.tsx';
import { lateModule } from '../ui/late-module.ts';

interface LatePage {
  readonly Content: ComponentType;
  /** Nothing happens where it is there already. */
  readonly fetchAhead: () => void;
}

export function latePage(load: () => Promise<{ readonly Page: ComponentType }>): LatePage {
  const late = lateModule(load);
  const Loaded = () => {
    const { Page } = use(late.read());
    return <Page />;
  };
  const Content = () => {
    const tries = useSyncExternalStore(late.subscribe, late.attempt);
    return (
      <Guarded key={tries} name="The page" onTryAgain={late.fetchAnew}>
        <Suspense fallback={<main aria-busy="true" />}>
          <Loaded />
        </Suspense>
      </Guarded>
    );
  };
  return { Content, fetchAhead: () => void late.read() };
}
