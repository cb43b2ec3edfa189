/** Who is in which fold: every row of the very split that trains, in the shade of the fold in which it validates. */
import { useMemo, useState } from 'react';
import { withCommas } from '../../../base/text/with-commas.ts';
import { findDataset } from '../../../datasets/registry.ts';
import type { RowParts } from '../../../engine/batches/row-parts.ts';
import { rowPartsOrder } from '../../../plans/row-parts-order.ts';
import { seedsRedrawRows } from '../../../plans/sweep.ts';
import type { Sweep } from '../../../plans/sweep.ts';
import { useSweep } from '../../../store/sweep/sweep-context.tsx';
import { FoldTable } from './fold-table.tsx';
import { SEALED, TRAINS_ALWAYS, rowPicture } from './row-blocks.ts';
import type { RowBlock, RowPicture } from './row-blocks.ts';
import styles from './fold-picture.module.css';

export function FoldPicture() {
  const prepared = useSweep((state) => state.prepared);
  const answer = useSweep((state) => state.rowParts);
  const isResting = useSweep((state) => state.status === 'resting');
  const key = useMemo(() => rowPartsOrder(prepared.lanes)?.key ?? null, [prepared]);
  if (key === null) return null;
  if (answer?.key !== key)
    return (
      <p className={styles.wait} aria-busy={isResting}>
        {isResting
          ? 'Reading which rows are in which fold …'
          : 'Which rows are in which fold is read when the sweep rests.'}
      </p>
    );
  if (!answer.parts)
    return <p className={styles.wait}>Its rows could not be read: {answer.problem}</p>;
  return <Rows key={key} sweep={prepared.sweep} parts={answer.parts} />;
}

/** More shades cannot be told apart: then every row is a fold of its own. */
const MOST_SHADES = 10;

function Rows({ sweep, parts }: { readonly sweep: Sweep; readonly parts: RowParts }) {
  const { foldCount } = sweep.judging;
  const [chosen, setChosen] = useState<number | null>(null);
  const dataset = findDataset(sweep.base.data.dataset);
  const picture = useMemo(() => {
    const isOnePool = dataset?.poolRows.heldOut === null;
    const poolRows = isOnePool ? dataset.poolRows.training : null;
    return rowPicture(parts, { isDivided: foldCount !== null, poolRows });
  }, [parts, foldCount, dataset]);
  const hasShades = foldCount !== null && foldCount <= MOST_SHADES;
  const columns = columnsOf(picture.blocks.filter(({ kind }) => kind === 'rows'));
  return (
    <figure className={styles.figure}>
      {hasShades && (
        <label className={styles.choice}>
          Show
          <select
            value={chosen ?? ''}
            onChange={({ target }) => setChosen(target.value === '' ? null : Number(target.value))}
          >
            <option value="">all folds</option>
            {Array.from({ length: foldCount }, (_, fold) => (
              <option key={fold} value={fold}>
                fold {fold + 1} of {foldCount}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className={styles.blocks} aria-hidden="true">
        {picture.blocks.map((block) => (
          <div key={`${block.kind}${block.classIndex ?? ''}`} className={styles.block}>
            <span>{blockName(block, dataset?.classNames ?? [])}</span>
            <Cells
              cells={block.cells}
              columns={block.kind === 'test' ? Math.max(columns, TEST_COLUMNS) : columns}
              foldCount={hasShades ? foldCount : 1}
              chosen={chosen}
            />
          </div>
        ))}
      </div>
      <figcaption>{captionOf(sweep, picture, chosen)}</figcaption>
      <FoldTable sweep={sweep} parts={parts} />
    </figure>
  );
}

/** Few rows are drawn large. */
function columnsOf(blocks: readonly RowBlock[]): number {
  const longest = Math.max(...blocks.map(({ cells }) => cells.length));
  if (longest <= 120) return 30;
  return longest <= 500 ? 45 : 90;
}
/** Which sealed rows they are is beside the point. */
const TEST_COLUMNS = 80;

function blockName({ kind, classIndex, isKept }: RowBlock, names: readonly string[]): string {
  if (kind === 'test') return 'test';
  if (classIndex === null) return '';
  return `${names[classIndex] ?? classIndex}${isKept ? ' (kept in training)' : ''}`;
}

interface CellsProps {
  readonly cells: Int32Array;
  readonly columns: number;
  readonly foldCount: number;
  /** The only fold that is in strong colour; null: each has its shade. */
  readonly chosen: number | null;
}

/** One path a shade: thousands of elements would be slow. */
function Cells({ cells, columns, foldCount, chosen }: CellsProps) {
  const lines = Math.ceil(cells.length / columns);
  const paths = new Map<number, string>();
  cells.forEach((part, place) => {
    const shade = part < 0 ? part : Math.min(part, foldCount - 1);
    const square = `M${place % columns} ${Math.floor(place / columns)}h.86v.86h-.86z`;
    paths.set(shade, (paths.get(shade) ?? '') + square);
  });
  return (
    <svg viewBox={`0 0 ${columns} ${lines}`}>
      {[...paths].map(([shade, path]) => (
        <path key={shade} d={path} style={{ fill: fillOf(shade, foldCount, chosen) }} />
      ))}
    </svg>
  );
}

function fillOf(part: number, foldCount: number, chosen: number | null): string {
  if (part === SEALED) return 'var(--sealed)';
  if (part === TRAINS_ALWAYS) return 'var(--trains)';
  if (chosen !== null) return part === chosen ? 'var(--ink)' : 'var(--trains)';
  if (foldCount === 1) return 'var(--ink)';
  const share = Math.round((100 * part) / (foldCount - 1));
  return `color-mix(in oklab, var(--heat-best) ${share}%, var(--fold-first))`;
}

function captionOf(
  sweep: Sweep,
  { blocks, every, isInTableOrder }: RowPicture,
  chosen: number | null,
): string {
  const { foldCount } = sweep.judging;
  const isMade = findDataset(sweep.base.data.dataset)?.rows.kind === 'generated';
  const hasClasses = blocks.some(({ classIndex }) => classIndex !== null);
  const hasTest = blocks.some(
    ({ kind, cells }) => kind === 'test' || cells.some((part) => part === SEALED),
  );
  const order =
    isInTableOrder && !isMade
      ? 'in the order of the table'
      : 'in the order in which they are drawn';
  return [
    `${every === 1 ? 'Every row' : `One row in ${withCommas(every)}`}, ${order}${hasClasses ? ', a block for each class' : ''}.`,
    meaningOf(foldCount, chosen),
    ...(hasTest ? ['Palest: the sealed test, which no fold has.'] : []),
    ...(blocks.some(({ isKept }) => isKept)
      ? ['A class with fewer rows than folds is kept in training.']
      : []),
    ...(seedsRedrawRows(sweep) && sweep.judging.seeds > 1
      ? ['Of the first seed: every other draws rows of its own.']
      : []),
  ].join(' ');
}

function meaningOf(foldCount: number | null, chosen: number | null): string {
  if (foldCount === null) return 'Strong: it validates; pale: it trains.';
  if (foldCount > MOST_SHADES) return 'Each validates once, alone, while all others train.';
  return chosen === null
    ? 'Its shade is the fold in which it validates; in the others it trains.'
    : `Strong: it validates in fold ${chosen + 1}; pale: it trains there.`;
}
