/** Why the experiment cannot run, in full; Train and Reset point here. */
import { usePlayground } from '../../store/playground-context.tsx';
import { Strip } from '../../ui/strip.tsx';

export const PROBLEMS_ID = 'problem-of-the-experiment';

export function ProblemStrip() {
  const problems = usePlayground((state) => state.problems);
  const [first, ...others] = problems;
  if (!first) return null;
  return (
    <Strip tone="alert">
      <p>
        <strong>This cannot run. </strong>
        <span id={PROBLEMS_ID}>{first.message}</span>
      </p>
      {others.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
    </Strip>
  );
}
