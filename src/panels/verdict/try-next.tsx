/** The experiments that a verdict leads to, each a press away: first the setting, then the run. */
import { Fragment } from 'react';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { isSet } from './next-experiments.ts';
import type { NextExperiment } from './next-experiments.ts';
import styles from './verdict.module.css';

interface TryNextProps {
  readonly suggestions: readonly NextExperiment[];
  /** A sentence after them, if there is one. */
  readonly test: string | null;
}

export function TryNext({ suggestions, test }: TryNextProps) {
  if (suggestions.length === 0 && test === null) return null;
  return (
    <p className={`${styles.aside ?? ''} not-printed`}>
      {suggestions.length > 0 && <Suggestions suggestions={suggestions} />} {test}
    </p>
  );
}

function Suggestions({ suggestions }: Pick<TryNextProps, 'suggestions'>) {
  return (
    <>
      Try next:{' '}
      {suggestions.map((suggestion, index) => (
        <Fragment key={suggestion.key}>
          {index > 0 && ', or '}
          <Suggestion suggestion={suggestion} />
        </Fragment>
      ))}
      .
    </>
  );
}

/** One button before and after, so that who pressed it by key stays at it. */
function Suggestion({ suggestion }: { readonly suggestion: NextExperiment }) {
  const isDone = usePlayground(({ experiment }) => isSet(experiment, suggestion));
  const hasProblems = usePlayground(({ problems }) => problems.length > 0);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const resetAndTrain = usePlayground((state) => state.resetAndTrain);
  const { group, key, value, setting, training } = suggestion;
  return (
    <Button
      look="link"
      disabled={isDone && hasProblems}
      onClick={() => (isDone ? resetAndTrain() : changeSetting(group, key, value))}
    >
      {isDone ? training : setting}
    </Button>
  );
}
