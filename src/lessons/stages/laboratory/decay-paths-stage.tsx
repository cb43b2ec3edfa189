/** Adam with L2 beside AdamW, trained once the prediction is locked. */
import { ridge } from '../../../closed-forms/ridge.ts';
import { twoFeatureRows } from '../../../closed-forms/two-features.ts';
import { DecayPicture } from '../../../pages/bias-variance/laboratories/adam-and-decay/decay-picture.tsx';
import type { DecayPathsPart } from '../../lesson/lesson.ts';
import { useSession } from '../../session/session-context.tsx';
import styles from '../plan/plan-stage.module.css';
import { AnswerLine } from './answer-line.tsx';
import { LaboratoryLink } from './laboratory-link.tsx';
import { useLaboratoryAnswer } from './use-laboratory-answer.ts';

const { design, targets } = twoFeatureRows();

export function DecayPathsStage({ part }: { readonly part: DecayPathsPart }) {
  const step = useSession((state) => state.step);
  const { parts, failure } = useLaboratoryAnswer('decayPaths', part.settings, part);
  const { l2, weightDecay, batchSize } = part.settings;
  const [first = NaN, second = NaN] = ridge(design, targets, l2).weights;
  return (
    <>
      <AnswerLine failure={failure} underWay="Training both …">
        <LaboratoryLink
          section="adam-and-decay"
          query={`l2=${l2}&weightDecay=${weightDecay}&batchSize=${batchSize}`}
        />
      </AnswerLine>
      {step === 'predict' ? (
        <p className={styles.empty}>What you predict is trained here.</p>
      ) : (
        <DecayPicture points={parts} ridge={[first, second]} />
      )}
    </>
  );
}
