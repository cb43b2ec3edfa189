/** Which settings keep the experiment from running, with the ids of the elements that say why, for their fields. */
import { useMemo } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';

/** Id of the sentence about the setting at that path, in the strip of problems. */
export function faultIdOf(path: string): string {
  return `fault-of-${path}`;
}

/** Ids for the settings below a path such as "data" or "arms.B.l2", by their keys. */
export function useFaults(parentPath: string): Readonly<Record<string, string>> {
  const problems = usePlayground((state) => state.problems);
  return useMemo(() => {
    const below = problems.filter(({ path }) => path.startsWith(`${parentPath}.`));
    return Object.fromEntries(
      below.map(({ path }) => [path.slice(parentPath.length + 1), faultIdOf(path)]),
    );
  }, [problems, parentPath]);
}
