/** What an arm answers where each class is true, on the validation rows, as counts and shares of rows. */
import { memo } from 'react';
import type { CSSProperties } from 'react';
import { PERCENT_SIGN } from '../../../../base/text/percent-sign.ts';
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { count, wholePercent } from '../../../../base/text/figure-text.ts';
import { areLong, className } from '../shared/class-name.ts';
import { LevelText } from '../shared/level-text.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { confusionRows, worstShare } from './confusion-rows.ts';
import type { ConfusionRow } from './confusion-rows.ts';
import { describeConfusion } from './describe-confusion.ts';
import panel from '../shared/panel.module.css';
import styles from './confusion.module.css';

export function Confusion({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const all = usePictures(armId, 'confusion');
  const allRows = all.map(({ picture }) => confusionRows(picture));
  // One scale for all arms.
  const worst = Math.max(0, ...allRows.map(worstShare));
  return (
    <PanelPicture armId={armId} view="confusion">
      {(view) => {
        const rows = confusionRows(view);
        return (
          dataset && (
            <>
              <LevelText
                className={panel.sentence}
                text={describeConfusion(rows, dataset)}
                all={allRows.map((one) => describeConfusion(one, dataset))}
              />
              <div {...figuresOf(allRows)}>
                <Matrix rows={rows} dataset={dataset} worst={worst} />
                <p className={panel.note}>
                  In each cell: <span className={styles.counting}>how many</span>
                  <span className={styles.joining}>, and their </span>
                  <span className={styles.sharing}>
                    share of the true {dataset.words.class} in{PERCENT_SIGN}
                  </span>
                  . The diagonal is right
                  {worst > 0 &&
                    `; the deepest shade of wrong, in any arm, is ${wholePercent(worst)}`}
                  .
                </p>
              </div>
            </>
          )
        );
      }}
    </PanelPicture>
  );
}

interface MatrixProps {
  readonly rows: readonly ConfusionRow[];
  readonly dataset: Dataset;
  readonly worst: number;
}

/** Of more the cells are narrow. */
const FEW_CLASSES = 4;

/** Which figures the cells of all arms have room for: in a narrow card, and in large type. */
function figuresOf(all: readonly (readonly ConfusionRow[])[]) {
  const isMany = all.some(({ length }) => length > FEW_CLASSES);
  const largest = Math.max(0, ...all.flat().flatMap(({ counts }) => [...counts]));
  return {
    'data-narrow': isMany && largest >= 1000 ? 'shares' : 'both',
    'data-presented': isMany && largest >= 100 ? 'shares' : 'counts',
  };
}

function Matrix({ rows, dataset, worst }: MatrixProps) {
  const names = rows.map(({ trueClass }) => className(dataset, trueClass));
  const longest = Math.max(...names.map(({ length }) => length));
  // Above narrow columns long names stand upright.
  const isUpright = rows.length > FEW_CLASSES && areLong(names);
  const width: CSSProperties & Record<string, string> = { '--longest': String(longest) };
  return (
    <table data-drawn className={styles.matrix} data-upright={isUpright} style={width}>
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
              const cell = { own, isRight, total: row.total, worst: scale };
              return <Cell key={answer} {...cell} hasSign={rows.length <= FEW_CLASSES} />;
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
  readonly hasSign: boolean;
}

/** Per cent of the arm's colour: a deeper shade would make the figures hard to read. */
const DEEPEST_SHADE = 45;

/**
 * Made again only where its figures changed, and then in the same elements: four arms of ten classes have
 * 400 cells, which come with every picture.
 */
const Cell = memo(function Cell({ own, total, isRight, worst, hasSign }: CellProps) {
  const share = own === 0 ? 0 : own / total;
  const shade = isRight || own === 0 ? 0 : (DEEPEST_SHADE * share) / worst;
  const colors: CSSProperties & Record<string, string> = { '--shade': `${shade.toFixed(1)}%` };
  return (
    <td data-drawn style={colors} data-right={isRight}>
      <span className={styles.figures}>
        {own === 0 ? (
          <span className={styles.none}>0</span>
        ) : (
          <>
            <span className={styles.count}>{count(own)}</span>
            <span className={styles.share}>{shareText(share, hasSign)}</span>
          </>
        )}
      </span>
    </td>
  );
});

/** A share as short as it can be; with ten classes on a phone the note says that figures are per cent. */
function shareText(share: number, hasSign: boolean): string {
  if (share === 1) return 'all';
  return hasSign ? wholePercent(share) : wholePercent(share).replace(PERCENT_SIGN, '');
}
