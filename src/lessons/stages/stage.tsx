/** What a part of a lesson looks at. */
import type { LessonPart } from '../lesson/lesson.ts';
import { DecayPathsStage } from './laboratory/decay-paths-stage.tsx';
import { DescentStage } from './laboratory/descent-stage.tsx';
import { TwoWeightsStage } from './laboratory/two-weights-stage.tsx';
import { BiasVarianceStage } from './plan/bias-variance-stage.tsx';
import { ScalingStage } from './plan/scaling-stage.tsx';
import { SweepStage } from './plan/sweep-stage.tsx';
import { RecordedStage } from './recorded/recorded-stage.tsx';
import { RunStage } from './run/run-stage.tsx';

export function Stage({ part }: { readonly part: LessonPart }) {
  switch (part.kind) {
    case 'run':
      return <RunStage part={part} />;
    case 'recorded':
      return <RecordedStage part={part} />;
    case 'sweep':
      return <SweepStage part={part} />;
    case 'biasVariance':
      return <BiasVarianceStage part={part} />;
    case 'scaling':
      return <ScalingStage part={part} />;
    case 'descent':
      return <DescentStage part={part} />;
    case 'decayPaths':
      return <DecayPathsStage part={part} />;
    case 'twoWeights':
      return <TwoWeightsStage part={part} />;
  }
}
