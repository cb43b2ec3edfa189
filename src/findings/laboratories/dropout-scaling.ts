/** What a second scaling at inference does to accuracy, loss and confidence. */
import { percent } from '../../base/text/figure-text.ts';
import type { ScaledAnswer } from '../../figures/lane-result.ts';
import type { Statement } from '../statement.ts';

interface Scaling {
  readonly rate: number;
  readonly right: ScaledAnswer;
  readonly byRate: ScaledAnswer;
  readonly byKeptShare: ScaledAnswer;
  readonly trainingActivation: number;
}

/** Points of accuracy that are no more than a few of 500 rows. */
const LITTLE = 0.02;
/** From this ratio on the text says how many times larger the loss is. */
const RUINED = 2;

export function describeScaling(scaling: Scaling): Statement[] {
  const { rate, right, byRate, byKeptShare, trainingActivation } = scaling;
  const ratio = byRate.loss / right.loss;
  const lost = right.accuracy - byRate.accuracy;
  const fall = Math.abs(lost) <= LITTLE ? 'hardly moves' : lost > 0 ? 'falls' : 'rises';
  return [
    {
      lead:
        ratio >= RUINED
          ? `Scaled a second time by p = ${rate}, the loss is ${times(ratio)} as high.`
          : `Scaled a second time by p = ${rate}, the loss goes from ${right.loss.toFixed(3)} to ${byRate.loss.toFixed(3)}.`,
      text: `Accuracy ${fall} (${percent(right.accuracy)}, then ${percent(byRate.accuracy)})${Math.abs(lost) <= LITTLE ? ', for the order of the outputs is much the same' : ''}; the mean largest probability is ${byRate.confidence.toFixed(2)} in place of ${right.confidence.toFixed(2)}.${ratio >= RUINED && Math.abs(lost) <= LITTLE ? ' Accuracy alone would hide the mistake.' : ''}`,
    },
    {
      lead: 'Training has already made up for the dropped units.',
      text: `It divides what it keeps by 1\u00a0−\u00a0p: activations of the first hidden layer are ${trainingActivation.toFixed(4)} on average with its masks and ${right.activation.toFixed(4)} at inference without any.`,
    },
    keptShare(rate, right, byKeptShare),
  ];
}

function keptShare(rate: number, right: ScaledAnswer, byKeptShare: ScaledAnswer): Statement {
  if (rate === 0.5)
    return {
      lead: 'At p = 0.5 both wrong rules are the same,',
      text: 'for 1\u00a0−\u00a0p is p.',
    };
  const change = `${right.loss.toFixed(3)} to ${byKeptShare.loss.toFixed(3)}`;
  const effect =
    byKeptShare.loss < right.loss
      ? `here it happens to bring the loss from ${change}, for smaller activations make a network less sure, and this one was too sure`
      : `it brings the loss from ${change}`;
  return {
    lead: '× (1\u00a0−\u00a0p) is right only where training does not divide, as in the first papers.',
    text: `After division in training it is once too often: ${effect}.`,
  };
}

/** "13 times", "2.4 times" */
function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)} times`;
}
