/** What is predicted on the validation rows in regression, and where it is furthest off, in own units. */
import type { ViewMaker } from './view-maker.ts';
import { traitsOf } from './shown-example.ts';

const MOST_EXAMPLES = 12;

export const largestErrorsView: ViewMaker<'largestErrors'> = {
  needsWeights: false,
  make: (look) => {
    const { plan, split, validationOutputs } = look;
    // A run on other data may be watched for as long as the page has not heard of it.
    if (plan.network.task !== 'regression') return { rows: 0, typical: NaN, examples: [] };
    const given = split.originalValidation.targets;
    const { mean, scale } = split.standardization?.target ?? { mean: 0, scale: 1 };
    const predicted = Float64Array.from(validationOutputs, (output) => output / scale + mean);
    const errors = predicted.map((value, row) => value - (given[row] ?? NaN));
    const order = [...errors.keys()].sort(
      (a, b) => Math.abs(errors[b] ?? 0) - Math.abs(errors[a] ?? 0) || a - b,
    );
    const squares = errors.reduce((sum, error) => sum + error * error, 0);
    return {
      rows: errors.length,
      typical: Math.sqrt(squares / errors.length),
      examples: order.slice(0, MOST_EXAMPLES).map((row) => ({
        row,
        given: given[row] ?? NaN,
        predicted: predicted[row] ?? NaN,
        traits: traitsOf(look, row),
      })),
    };
  },
};
