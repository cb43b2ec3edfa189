/** What the curve of double descent shows: whether there is a peak, how it ends, and what ridge makes of it. */
import { wholePercent } from '../../base/text/figure-text.ts';
import { withCommas } from '../../base/text/with-commas.ts';
import { formatNumber } from '../../settings/settings.ts';
import type { Statement } from '../statement.ts';

interface Fit {
  readonly testAccuracy: number;
  readonly testError: number;
}

export interface FittedCount {
  readonly features: number;
  /** Null: there is no solution in double precision. */
  readonly plain: Fit | null;
  readonly ridge: Fit | null;
}

export interface DescentMaterial {
  /** Training images: n. */
  readonly rows: number;
  readonly lambda: number;
  /** Of the training labels, 0..1. */
  readonly wrongLabelShare: number;
  /** By number of features, ascending; all of them. */
  readonly points: readonly FittedCount[];
}

/** A fall of accuracy that is called a peak of the error … */
const PEAK = 0.1;
/** … and a difference that a few of 500 test images make. */
const LITTLE = 0.03;

export function describeDescent({
  rows,
  lambda,
  wrongLabelShare,
  points,
}: DescentMaterial): Statement[] {
  const before = best(points.filter(({ features }) => features < rows));
  const peak = points.find(({ features }) => features === rows)?.plain ?? null;
  const last = points.at(-1);
  const unsolved = points.filter(({ plain }) => plain === null).map(({ features }) => features);
  const statements: Statement[] = [];
  if (before && peak && last?.plain) {
    const curve = {
      ...{ rows, before, peak, hasWrongLabels: wrongLabelShare > 0 },
      last: { features: last.features, ...last.plain },
    };
    statements.push(...describePlain(curve));
  }
  statements.push(...describeRidge(points, rows, lambda));
  if (unsolved.length > 0)
    statements.push({
      lead: `With ${unsolved.map(withCommas).join(', ')} features there is no figure without ridge:`,
      text: 'some of these features are multiples of each other on the training images, so that the system cannot be solved in double precision. Draw again.',
    });
  return statements;
}

interface Counted extends Fit {
  readonly features: number;
}

interface PlainCurve {
  readonly rows: number;
  readonly before: Counted;
  readonly peak: Fit;
  readonly last: Counted;
  readonly hasWrongLabels: boolean;
}

function describePlain({ rows, before, peak, last, hasWrongLabels }: PlainCurve): Statement[] {
  const few = `${wholePercent(before.testAccuracy)} with ${withCommas(before.features)} features`;
  const many = `${wholePercent(last.testAccuracy)} with ${withCommas(last.features)}`;
  if (before.testAccuracy - peak.testAccuracy < PEAK)
    return [
      {
        lead: `Without ridge there is hardly a peak here: ${wholePercent(peak.testAccuracy)} with ${rows} features, as many as images.`,
        text: `Test accuracy is ${few} and ${many}.`,
      },
    ];
  return [
    {
      lead: `With as many features as images, ${rows}, test accuracy is ${wholePercent(peak.testAccuracy)}.`,
      text: `It is ${few} and ${many}. With about as many features as images one solution alone fits every label${hasWrongLabels ? ', the wrong ones too' : ''}, and it takes huge weights: its squared error on test images is ${errorText(peak.testError)}. With more features many solutions fit, and the one with the smallest weights is taken.`,
    },
    describeEnd(before, last),
  ];
}

/** Whether the second descent comes to where the first one had been. */
function describeEnd(before: Counted, last: Counted): Statement {
  const gain = last.testAccuracy - before.testAccuracy;
  if (Math.abs(gain) < LITTLE)
    return {
      lead: 'The second descent ends about where the first had been.',
      text: 'Counting features does not tell how complex a fit is.',
    };
  return gain > 0
    ? {
        lead: 'The second descent ends better than the first.',
        text: `${withCommas(last.features)} features are not too many for these images.`,
      }
    : {
        lead: 'The second descent does not reach the best of the first.',
        text: 'More features are better than as many as images, but a few would have been better still.',
      };
}

function describeRidge(
  points: readonly FittedCount[],
  rows: number,
  lambda: number,
): readonly Statement[] {
  const fitted = points.flatMap(({ features, ridge }) => (ridge ? [{ features, ...ridge }] : []));
  const at = fitted.find(({ features }) => features === rows);
  if (!at) return [];
  const before = fitted.filter(({ features }) => features < rows);
  const bestBefore = Math.max(...before.map(({ testAccuracy }) => testAccuracy));
  const from = fitted.filter(({ features }) => features >= rows);
  const accuracies = from.map(({ testAccuracy }) => testAccuracy);
  const fall = bestBefore - at.testAccuracy;
  const name = `ridge, λ = ${formatNumber(lambda)},`;
  const plainAtEnd = points.at(-1)?.plain?.testAccuracy ?? 0;
  const ridgeAtEnd = fitted.at(-1)?.testAccuracy ?? 1;
  if (plainAtEnd - ridgeAtEnd >= PEAK)
    return [
      {
        lead: `With ${name} there is no peak, but the ridge is too strong:`,
        text: `with all features test accuracy is ${wholePercent(ridgeAtEnd)}, without ridge ${wholePercent(plainAtEnd)}. A smaller λ is better.`,
      },
    ];
  if (fall >= LITTLE)
    return [
      {
        lead: `With ${name} accuracy still falls from ${wholePercent(bestBefore)} to ${wholePercent(at.testAccuracy)} at p = n.`,
        text: 'A larger λ may remove the peak.',
      },
    ];
  return [
    {
      lead: `With ${name} there is no peak: ${wholePercent(at.testAccuracy)} at p = n.`,
      text: `From there on it is ${wholePercent(Math.min(...accuracies))} to ${wholePercent(Math.max(...accuracies))}.`,
    },
  ];
}

function best(points: readonly FittedCount[]): Counted | null {
  const fitted = points.flatMap(({ features, plain }) => (plain ? [{ features, ...plain }] : []));
  return fitted.reduce<Counted | null>(
    (found, one) => (found && found.testAccuracy >= one.testAccuracy ? found : one),
    null,
  );
}

/** "0.49", "12", "2,010" */
function errorText(error: number): string {
  if (error < 10) return error.toFixed(2);
  return withCommas(Number(error.toPrecision(3)));
}
