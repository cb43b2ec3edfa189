/** Two weights with L1 and with L2: nothing has to be trained, so what was asked is there at once. */
import { useEffect, useState } from 'react';
import { withL1, withL2 } from '../../../closed-forms/two-weights.ts';
import type { TwoWeights } from '../../../closed-forms/two-weights.ts';
import { weightText } from '../../../findings/laboratories/two-weights.ts';
import { PenaltyPicture } from '../../../pages/bias-variance/laboratories/two-weights/penalty-picture.tsx';
import {
  FIRST,
  LAMBDA,
  SECOND,
  withinMinimum,
} from '../../../pages/bias-variance/laboratories/two-weights/two-weights-settings.ts';
import { WeightKey } from '../../../pages/bias-variance/laboratories/two-weights/weight-key.tsx';
import { NumberControl } from '../../../ui/controls/number-control.tsx';
import { outcomeOf } from '../../lesson/evidence.ts';
import type { TwoWeightsPart } from '../../lesson/lesson.ts';
import { askedQuestion } from '../../lesson/question.ts';
import { useSession, useSessionStore } from '../../session/session-context.tsx';
import styles from '../plan/plan-stage.module.css';
import { AnswerLine } from './answer-line.tsx';
import { LaboratoryLink } from './laboratory-link.tsx';

export function TwoWeightsStage({ part }: { readonly part: TwoWeightsPart }) {
  const session = useSessionStore();
  const step = useSession((state) => state.step);
  const [lambda, setLambda] = useState(part.lambda);
  const [minimum, setMinimum] = useState(part.minimum);
  const move = (moved: TwoWeights) => setMinimum(withinMinimum(moved));
  useEffect(() => {
    session.getState().ask(part.questions.map((question) => askedQuestion(question, null)));
  }, [session, part]);
  useEffect(() => {
    if (step === 'run') session.getState().finish(outcomeOf(part, null));
  }, [session, step, part]);
  if (step === 'predict')
    return (
      <>
        <AnswerLine failure={null} underWay="">
          {null}
        </AnswerLine>
        <p className={styles.empty}>
          Without a penalty the best weights are w₁ = {weightText(part.minimum[0])} and w₂ ={' '}
          {weightText(part.minimum[1])}.
        </p>
      </>
    );
  return (
    <>
      <AnswerLine failure={null} underWay="">
        <LaboratoryLink
          section="two-weights"
          query={`lambda=${lambda}&w1=${minimum[0]}&w2=${minimum[1]}`}
        />
      </AnswerLine>
      <div className={styles.settings}>
        <NumberControl setting={LAMBDA} value={lambda} onChange={setLambda} />
        {/* What can be dragged in the drawings, for those who drag nothing. */}
        <div className="not-presented">
          <NumberControl
            setting={FIRST}
            value={minimum[0]}
            onChange={(value) => setMinimum([value, minimum[1]])}
          />
        </div>
        <div className="not-presented">
          <NumberControl
            setting={SECOND}
            value={minimum[1]}
            onChange={(value) => setMinimum([minimum[0], value])}
          />
        </div>
      </div>
      <div className={styles.pair}>
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
    </>
  );
}
