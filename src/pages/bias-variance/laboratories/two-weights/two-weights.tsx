/** Why L1 makes weights exactly 0 and L2 does not: two weights, of which every solution is known. */
import { useMemo, useRef, useState } from 'react';
import { withL1, withL2 } from '../../../../closed-forms/two-weights.ts';
import type { TwoWeights as Weights } from '../../../../closed-forms/two-weights.ts';
import { describeTwoWeights, weightText } from '../../../../findings/laboratories/two-weights.ts';
import { NumberControl } from '../../../../ui/controls/number-control.tsx';
import { SavePicture } from '../../../../ui/picture-file/save-picture.tsx';
import { Findings } from '../shared/findings.tsx';
import { Laboratory } from '../shared/laboratory.tsx';
import { TableTwin } from '../shared/table-twin.tsx';
import { useLinkedSettings } from '../shared/use-linked-settings.ts';
import shared from '../shared/laboratory.module.css';
import { PenaltyPicture } from './penalty-picture.tsx';
import { FIRST, LAMBDA, SECOND, withinMinimum } from './two-weights-settings.ts';
import { WeightKey } from './weight-key.tsx';

const MINIMUM: Weights = [2, 0.5];
const LINKED = { lambda: LAMBDA, w1: FIRST, w2: SECOND };
const TABLED = [0, 0.5, 1, 2, 4, 6];

export function TwoWeights() {
  const pictures = useRef<HTMLDivElement>(null);
  const [lambda, setLambda] = useState(LAMBDA.initial);
  const [minimum, setMinimum] = useState(MINIMUM);
  const settings = useMemo(() => ({ lambda, w1: minimum[0], w2: minimum[1] }), [lambda, minimum]);
  const linked = useLinkedSettings(LINKED, settings, (found) => {
    setLambda(found['lambda'] ?? LAMBDA.initial);
    setMinimum([found['w1'] ?? MINIMUM[0], found['w2'] ?? MINIMUM[1]]);
  });
  const move = (moved: Weights) => setMinimum(withinMinimum(moved));
  const strengths = [...new Set([...TABLED, lambda])].sort((a, b) => a - b);
  return (
    <Laboratory
      linked={linked}
      title="Two weights: why L1 makes zeros"
      lead="The loss of a linear model with two weights, as contours around its minimum, and where a penalty moves the solution: once L1, once L2, both of the same λ."
      settings={
        <>
          <NumberControl setting={LAMBDA} value={lambda} onChange={setLambda} />
          <NumberControl
            setting={FIRST}
            value={minimum[0]}
            onChange={(value) => setMinimum([value, minimum[1]])}
          />
          <NumberControl
            setting={SECOND}
            value={minimum[1]}
            onChange={(value) => setMinimum([minimum[0], value])}
          />
        </>
      }
      note={
        <>
          The minimum can be dragged in the drawings too. The features are standardised and
          uncorrelated, so that contours are circles.
        </>
      }
    >
      <div ref={pictures} className={shared.drawings}>
        <div className={shared.pair}>
          <PenaltyPicture
            penalty="L1"
            {...{ minimum, lambda }}
            solve={withL1}
            tex="w_i = \operatorname{sign}(m_i)\,\max(|m_i| - \lambda/2,\ 0)"
            onMove={move}
          />
          <PenaltyPicture
            penalty="L2"
            {...{ minimum, lambda }}
            solve={withL2}
            tex="w_i = \dfrac{m_i}{1 + \lambda}"
            onMove={move}
          />
        </div>
        <WeightKey />
      </div>
      <div className={`${shared.save ?? ''} not-presented not-printed`}>
        <SavePicture title="Two weights with L1 and with L2" picture={pictures} />
      </div>
      <Findings
        statements={[
          describeTwoWeights(minimum, lambda),
          {
            lead: 'Why exact zeros:',
            text: 'L1 pulls every weight towards 0 with the same force λ, however small it is, and holds it there where the loss pulls less; the pull of L2 is 2λw, which fades as the weight does. In the drawing, contours around the minimum often meet the diamond first at a corner, which lies on an axis; a circle has no corners.',
          },
        ]}
      />
      <TableTwin
        caption="Both weights with L1 and with L2, by strength"
        columns={['λ', 'L1 w₁', 'L1 w₂', 'L2 w₁', 'L2 w₂']}
        rows={strengths.map((strength) => [
          weightText(strength),
          ...[...withL1(minimum, strength), ...withL2(minimum, strength)].map(weightText),
        ])}
      />
    </Laboratory>
  );
}
