/** The experiments that a verdict leads to, each a press away: it sets what is asked for, and trains. */
import { Fragment } from 'react';
import type { MouseEvent } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import type { NextExperiment } from '../../../findings/verdict/next-experiments.ts';
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

function Suggestion({ suggestion }: { readonly suggestion: NextExperiment }) {
  const hasProblems = usePlayground(({ problems }) => problems.length > 0);
  const changeSetting = usePlayground((state) => state.changeSetting);
  const resetAndTrain = usePlayground((state) => state.resetAndTrain);
  const { group, key, value, text } = suggestion;
  const begin = (event: MouseEvent) => {
    // The suggestions vanish with the run. Whoever pressed one by key keeps the focus where the next verdict will
    // be.
    event.currentTarget.closest('section')?.focus();
    changeSetting(group, key, value);
    resetAndTrain();
  };
  return (
    <Button look="link" disabled={hasProblems} onClick={begin}>
      {text}
    </Button>
  );
}
