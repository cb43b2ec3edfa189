/** What batch norm used in the last step against what inference uses, unit by unit. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { BatchStatisticsView, LayerStatistics } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { count, decimals } from '../../../../base/text/figure-text.ts';
import { layerName } from '../shared/layer-name.ts';
import { LevelText } from '../shared/level-text.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import panel from '../shared/panel.module.css';
import styles from './batch-statistics.module.css';
import { compareStatistics } from './compare-statistics.ts';
import { describeStatistics, offText, USE } from './describe-statistics.ts';
import { PairPlot } from './pair-plot.tsx';
import { deviations, rangeOf } from './plot-range.ts';

export function BatchStatistics({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const all = usePictures(armId, 'batchStatistics').map(({ picture }) => picture);
  return (
    <PanelPicture armId={armId} view="batchStatistics">
      {(view) => dataset && <Layers {...{ view, all, dataset }} />}
    </PanelPicture>
  );
}

interface LayersProps {
  readonly view: BatchStatisticsView;
  readonly all: readonly BatchStatisticsView[];
  readonly dataset: Dataset;
}

function Layers({ view, all, dataset }: LayersProps) {
  const { layers } = view;
  const comparison = compareStatistics(layers);
  const describe = (one: BatchStatisticsView) =>
    describeStatistics(one, compareStatistics(one.layers), dataset.words.examples);
  return (
    <>
      <LevelText className={panel.sentence} text={describe(view)} all={all.map(describe)} />
      {comparison && (
        <>
          <div className={styles.layers}>
            {layers.map((layer, index) => (
              <LayerPlots
                key={index}
                name={layerName(index, layers.length)}
                layer={layer}
                peers={[layer, ...all.flatMap((one) => one.layers[index] ?? [])]}
              />
            ))}
          </div>
          <p className={panel.note}>
            Each dot is a unit; on the line batch and running statistics agree. Before the
            activation; one scale for all arms.
          </p>
          <LayerTable layers={layers} />
        </>
      )}
      {layers.length > 0 && <p className={panel.note}>{USE}</p>}
    </>
  );
}

interface LayerPlotsProps {
  readonly name: string;
  readonly layer: LayerStatistics;
  /** The same layer of all arms, this one included. */
  readonly peers: readonly LayerStatistics[];
}

function LayerPlots({ name, layer: { units, running, batch }, peers }: LayerPlotsProps) {
  if (!batch) return null;
  const shown = running.mean.length;
  return (
    <section className={styles.layer} aria-label={name}>
      <h4 className={styles.name}>
        {name}
        {shown < units && `, the first ${shown} of ${count(units)} units`}
      </h4>
      <div className={styles.plots}>
        <PairPlot
          name="Mean"
          running={running.mean}
          batch={batch.mean}
          range={rangeOf(peers, ({ mean }) => mean)}
        />
        <PairPlot
          name="Standard deviation"
          running={deviations(running)}
          batch={deviations(batch)}
          range={rangeOf(peers, deviations)}
        />
      </div>
    </section>
  );
}

function LayerTable({ layers }: Pick<BatchStatisticsView, 'layers'>) {
  return (
    <div className={`${panel.scroll ?? ''} not-presented`}>
      <table className={panel.table}>
        <caption className="visually-hidden">
          How far the batch is from the running statistics
        </caption>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Mean off, in standard deviations, median</th>
            <th scope="col">furthest</th>
            <th scope="col">Variance off, median</th>
            <th scope="col">furthest</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, index) => {
            const own = compareStatistics([layer]);
            return (
              <tr key={index}>
                <th scope="row">{layerName(index, layers.length)}</th>
                <td>{own ? decimals(2)(own.meanDistance) : '–'}</td>
                <td>{own ? decimals(2)(own.furthestMean) : '–'}</td>
                <td>{own ? offText(own.varianceDifference) : '–'}</td>
                <td>{own ? offText(own.furthestVariance) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
