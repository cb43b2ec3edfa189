/**
 * What text.mdx of a lesson is written with. A text is drawn twice, once where the question is asked and once where
 * it is explained; each place shows what is meant for it, of the part on show.
 */
import { createContext, use } from 'react';
import type { ReactNode } from 'react';
import { Term } from '../../ui/words/term.tsx';
import { useSession } from '../session/session-context.tsx';
import { usePart } from '../session/session-context.tsx';
import styles from './lesson-text.module.css';

type Place = 'ask' | 'explain';

const PlaceContext = createContext<Place>('ask');

export function TextPlace({
  place,
  children,
}: {
  readonly place: Place;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.text}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </div>
  );
}

interface Words {
  readonly children: ReactNode;
}

function Part({ id, children }: Words & { readonly id: string }) {
  return usePart().id === id ? children : null;
}

function Ask({ children }: Words) {
  return use(PlaceContext) === 'ask' ? children : null;
}

function Explain({ children }: Words) {
  const isThere = useSession((state) => state.outcome !== null);
  return use(PlaceContext) === 'explain' && isThere ? children : null;
}

/** A figure of this run. */
function Fact({ name }: { readonly name: string }) {
  const text = useSession((state) => state.outcome?.facts[name]);
  if (text === undefined) throw new Error(`This part has no fact "${name}".`);
  return <strong>{text}</strong>;
}

/** An explanation of what happened, if it did; else that it usually does. */
function Claim({ name, children }: Words & { readonly name: string }) {
  const claim = useSession((state) => state.outcome?.claims[name]);
  if (!claim) throw new Error(`This part has no claim "${name}".`);
  if (claim.holds) return children;
  return (
    <p className={styles.otherwise}>
      Your run came out otherwise here. {claim.says} That is so {claim.usually}. Run it again with
      another seed to see it.
    </p>
  );
}

function Sources({ children }: Words) {
  return <div className={styles.sources}>{children}</div>;
}

export const TEXT_COMPONENTS = { Part, Ask, Explain, Fact, Claim, Sources, Term };
