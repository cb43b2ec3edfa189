/** Which settings keep the experiment from running: for their fields, the ids of what says why. */
import { useMemo } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';

/** Of the sentence about the setting at that path, in the strip of problems. */
export function faultIdOf(path: string): string {
  return `fault-of-${path}`;
}

/** Below `place`, as in "data" or "arms.B.l2"; by key. */
export function useFaults(place: string): Readonly<Record<string, string>> {
  const problems = usePlayground((state) => state.problems);
  return useMemo(() => {
    const below = problems.filter(({ path }) => path.startsWith(`${place}.`));
    return Object.fromEntries(
      below.map(({ path }) => [path.slice(place.length + 1), faultIdOf(path)]),
    );
  }, [problems, place]);
}
