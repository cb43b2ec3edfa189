/** Why the experiment cannot run, in full; Train and Reset point here. */
import { usePlayground } from '../../../store/playground-context.tsx';
import { Strip } from '../../../ui/controls/strip.tsx';
import { faultIdOf } from '../shared/use-faults.ts';

const PROBLEMS_ID = 'problem-of-the-experiment';

/** Properties of a button that a problem disables, with the reason. */
export function disabledBy(reason: string | null) {
  return reason === null ? {} : { disabled: true, title: reason, 'aria-describedby': PROBLEMS_ID };
}

export function ProblemStrip() {
  const problems = usePlayground((state) => state.problems);
  const [first, ...others] = problems;
  if (!first) return null;
  return (
    <Strip tone="alert">
      <p>
        <strong>This cannot run. </strong>
        <span id={PROBLEMS_ID}>
          <span id={faultIdOf(first.path)}>{first.message}</span>
        </span>
      </p>
      {others.map(({ path, message }) => (
        <p key={path} id={faultIdOf(path)}>
          {message}
        </p>
      ))}
    </Strip>
  );
}
