/** What an arm answers where each class is true, on the validation rows, as counts and shares of rows. */
import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Dataset } from '../../datasets/dataset.ts';
import type { ArmId } from '../../protocol/experiment.ts';
import { usePictures } from '../../store/use-pictures.ts';
import { count, wholePercent } from '../../ui/figure-text.ts';
import { className } from '../class-name.ts';
import { PicturePlace } from '../picture-place.tsx';
import { useShownDataset } from '../shown-dataset.ts';
import { confusionRows, worstShare } from './confusion-rows.ts';
import type { ConfusionRow } from './confusion-rows.ts';
import { describeConfusion } from './describe-confusion.ts';
import panel from '../panel.module.css';
import styles from './confusion.module.css';

export function Confusion({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const all = usePictures(armId, 'confusion');
  // One scale for all arms.
  const worst = Math.max(0, ...all.map(({ picture }) => worstShare(confusionRows(picture))));
  return (
    <PicturePlace armId={armId} view="confusion">
      {(view) => {
        const rows = confusionRows(view);
        return (
          dataset && (
            <>
              <p className={`${panel.sentence ?? ''} ${styles.sentence ?? ''}`}>
                {describeConfusion(rows, dataset)}
              </p>
              <Matrix rows={rows} dataset={dataset} worst={worst} />
              <p className={panel.note}>
                In each cell: how many
                <span className={styles.sharing}>
                  , and their share of the true {dataset.words.class}
                </span>
                . Grey is right
                {worst > 0 && `; the deepest shade of wrong, in any arm, is ${wholePercent(worst)}`}
                .
              </p>
            </>
          )
        );
      }}
    </PicturePlace>
  );
}

interface MatrixProps {
  readonly rows: readonly ConfusionRow[];
  readonly dataset: Dataset;
  readonly worst: number;
}

/** In characters; longer names stand upright above narrow columns. */
const SHORT_NAME = 3;

function Matrix({ rows, dataset, worst }: MatrixProps) {
  const names = rows.map(({ trueClass }) => className(dataset, trueClass));
  const longest = Math.max(...names.map(({ length }) => length));
  const isUpright = rows.length > 4 && longest > SHORT_NAME;
  const width: CSSProperties & Record<string, string> = { '--longest': String(longest) };
  return (
    <table className={styles.matrix} data-upright={isUpright} style={width}>
      <caption className="visually-hidden">
        Rows: true {dataset.words.class}. Columns: what is answered.
      </caption>
      <thead>
        <tr>
          <td className={styles.corner}>
            <span aria-hidden="true">
              true ↓<br />
              says →
            </span>
          </td>
          {names.map((name) => (
            <th key={name} scope="col">
              <span>{name}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.trueClass}>
            <th scope="row">{names[index]}</th>
            {row.counts.map((own, answer) => {
              const isRight = answer === row.trueClass;
              // Whose share is none has no part in the scale.
              const scale = isRight || own === 0 ? 1 : worst;
              return <Cell key={answer} {...{ own, isRight, worst: scale }} total={row.total} />;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly own: number;
  readonly total: number;
  readonly isRight: boolean;
  readonly worst: number;
}

/** Of the arm's colour: deeper would make the figures hard to read. */
const DEEPEST_SHADE = 45;

/**
 * Made again only where its figures changed, and then in the same elements: four arms of ten classes have
 * 400 cells, which come with every picture.
 */
const Cell = memo(function Cell({ own, total, isRight, worst }: CellProps) {
  const share = own === 0 ? 0 : own / total;
  const shade = isRight || own === 0 ? 0 : (DEEPEST_SHADE * share) / worst;
  const colors: CSSProperties & Record<string, string> = { '--shade': `${shade.toFixed(1)}%` };
  return (
    <td style={colors} data-right={isRight}>
      <span className={styles.figures}>
        {own === 0 ? (
          <span className={styles.none}>0</span>
        ) : (
          <>
            <span className={styles.count}>{count(own)}</span>
            <span className={styles.share}>{shareText(share)}</span>
          </>
        )}
      </span>
    </td>
  );
});

/** As short as it can be: ten of them stand beside each other on a phone. */
function shareText(share: number): string {
  return share === 1 ? 'all' : wholePercent(share);
}
