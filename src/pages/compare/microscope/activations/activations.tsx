/** What hidden units answer on validation rows: how their answers are spread, and which units are dead. */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { ActivationLayer, ActivationsView } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { count, decimals, percent } from '../../../../base/text/figure-text.ts';
import { Histogram } from '../shared/histogram.tsx';
import { layerName } from '../shared/layer-name.ts';
import { LevelText } from '../shared/level-text.tsx';
import { commonScale } from '../shared/merge-bins.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import panel from '../shared/panel.module.css';
import styles from './activations.module.css';
import { deadOf, deadWord, describeActivations } from './describe-activations.ts';
import { UnitProfile } from './unit-profile.tsx';

export function Activations({ armId }: { readonly armId: ArmId }) {
  const dataset = useShownDataset();
  const all = usePictures(armId, 'activations').map(({ picture }) => picture);
  return (
    <PanelPicture armId={armId} view="activations">
      {(view) => dataset && <Layers {...{ view, all, dataset }} />}
    </PanelPicture>
  );
}

interface LayersProps {
  readonly view: ActivationsView;
  readonly all: readonly ActivationsView[];
  readonly dataset: Dataset;
}

function Layers({ view, all, dataset }: LayersProps) {
  const { layers } = view;
  const describe = (one: ActivationsView) => describeActivations(one, dataset.words.examples);
  return (
    <>
      <LevelText className={panel.sentence} text={describe(view)} all={all.map(describe)} />
      <div className={panel.layers}>
        {layers.map((layer, index) => {
          const name = layerName(index, layers.length);
          // Of this layer in all arms that have it.
          const peers = [layer, ...all.flatMap((one) => one.layers[index] ?? [])];
          return (
            <div key={index} className={styles.layer}>
              <Histogram
                name={name}
                label={`Activations of ${name}`}
                bins={layer}
                total={layer.means.length * view.rows}
                zeros={layer.zeros}
                scale={commonScale(peers)}
              />
              <UnitProfile layer={layer} peers={peers} deadWord={deadWord(view.activation)} />
            </div>
          );
        })}
      </div>
      {layers.length > 0 && <LayerTable view={view} />}
    </>
  );
}

function LayerTable({ view }: { readonly view: ActivationsView }) {
  const { layers, rows, activation } = view;
  return (
    <div className={panel.scroll}>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Layer</th>
            <th scope="col">Units</th>
            <th scope="col">{deadWord(activation) === 'dead' ? 'Dead' : 'Saturated'}</th>
            <th scope="col">Exactly 0</th>
            <th scope="col">Mean</th>
            <th scope="col">Largest</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, index) => (
            <tr key={index}>
              <th scope="row">{layerName(index, layers.length)}</th>
              <td>{count(layer.means.length)}</td>
              <td>{count(deadOf(layer))}</td>
              <td>
                {layer.zeros === 0 ? 'none' : percent(layer.zeros / (rows * layer.means.length))}
              </td>
              <td>{decimals(2)(meanOf(layer)).replace('-', '−')}</td>
              <td>{decimals(2)(layer.largest).replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function meanOf({ means }: ActivationLayer): number {
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}
