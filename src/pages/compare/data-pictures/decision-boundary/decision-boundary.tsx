/** What one arm answers all over the plane, the boundary between its answers, and the points it was given. */
import { useMemo } from 'react';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { Split } from '../../../../datasets/splitting/split.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { DecisionBoundaryView } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { PlotFrame } from '../../shared/plot-frame.tsx';
import { useRunRows, useWholeDraws } from '../../shared/run-rows.ts';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { boundaryPath } from './boundary-line.ts';
import { describeBoundary } from './describe-boundary.ts';
import styles from './decision-boundary.module.css';
import { FieldCanvas } from './field-canvas.tsx';
import { describeSharing, fineMargins } from './field.ts';
import { useOwnPoints } from './own-points.ts';
import { PlanePoints } from './plane-points.tsx';
import { SIDE, planeScale } from './plane-scale.ts';
import { usePointTool } from './use-point-tool.ts';

/** Pixels of the field on each side; the browser smooths between them. */
const FIELD_SIDE = 192;

export function DecisionBoundary({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const split = useRunRows().get(armId);
  const whole = useWholeDraws().get(armId);
  return (
    <PanelPicture armId={armId} view="decisionBoundary" noteClassName={styles.ofWhat}>
      {(picture) =>
        dataset &&
        split &&
        whole && <Boundary picture={picture} split={split} whole={whole} dataset={dataset} />
      }
    </PanelPicture>
  );
}

interface BoundaryProps {
  readonly picture: DecisionBoundaryView;
  /** The rows that it trains on … */
  readonly split: Split;
  /** … and what was drawn for it. */
  readonly whole: Split;
  readonly dataset: Dataset;
}

function Boundary({ picture, split, whole, dataset }: BoundaryProps) {
  const ownPoints = useOwnPoints().trained.length;
  const margins = useMemo(() => fineMargins(picture, FIELD_SIDE), [picture]);
  const words = useMemo(() => {
    const { classNames } = dataset;
    const { training } = split;
    const sharing = describeSharing(margins, FIELD_SIDE);
    return describeBoundary({ classNames, training, ownPoints, ...picture, sharing });
  }, [dataset, split, ownPoints, picture, margins]);
  return (
    <div className={styles.boundary}>
      <Plane picture={picture} margins={margins} whole={whole} dataset={dataset} words={words} />
      <p className={styles.words}>{words}</p>
    </div>
  );
}

interface PlaneProps extends Omit<BoundaryProps, 'split'> {
  readonly margins: Float32Array;
  readonly words: string;
}

function Plane({ picture, margins, whole, dataset, words }: PlaneProps) {
  const halfSide = useHalfSide(picture);
  const scale = useMemo(() => planeScale(halfSide), [halfSide]);
  const path = useMemo(() => boundaryPath(picture, SIDE), [picture]);
  const click = usePointTool(scale, dataset, whole);
  const share = picture.halfSide / halfSide;
  const [x = 'x', y = 'y'] = dataset.featureNames ?? [];
  const ends = { from: -halfSide, to: halfSide };
  const inset = 50 * (1 - share);
  return (
    <div className={styles.plane}>
      <PlotFrame x={{ name: x, ...ends }} y={{ name: y, ...ends }} aspect={1}>
        <FieldCanvas margins={margins} side={FIELD_SIDE} label={words} share={share} />
        <svg
          className={styles.marks}
          viewBox={`0 0 ${SIDE} ${SIDE}`}
          aria-hidden="true"
          data-clickable={click !== null}
          {...(click && { onClick: click })}
        >
          <path
            className={styles.line}
            d={path}
            transform={`translate(${inset} ${inset}) scale(${share})`}
          />
          <PlanePoints whole={whole} scale={scale} />
        </svg>
      </PlotFrame>
    </div>
  );
}

/** The same for all arms, and wide enough for points that are about to train. */
function useHalfSide({ halfSide }: DecisionBoundaryView): number {
  const pictures = usePictures(null, 'decisionBoundary');
  const { waiting } = useOwnPoints();
  const places = waiting.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)]);
  const sides = pictures.map(({ picture }) => picture.halfSide);
  return Math.max(halfSide, ...sides, ...places.map((place) => place * 1.05));
}
