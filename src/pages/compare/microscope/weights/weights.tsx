/** How large the weights are: a histogram for each layer on one scale for all arms, and its figures. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import { SMALL_WEIGHT } from '../../../../protocol/views.ts';
import type { WeightLayer, WeightsView } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { count, percent, threeDigits } from '../../../../base/text/figure-text.ts';
import { Histogram } from '../shared/histogram.tsx';
import { matrixName } from '../shared/layer-name.ts';
import { commonScale } from '../shared/merge-bins.ts';
import type { BinScale } from '../shared/merge-bins.ts';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import panel from '../shared/panel.module.css';

export function Weights({ armId }: { readonly armId: ArmId }) {
  const all = usePictures(armId, 'weights');
  return (
    <PanelPicture armId={armId} view="weights">
      {({ layers }) => (
        <>
          <div className={panel.layers}>
            {layers.map((layer, index) => (
              <Histogram
                key={index}
                name={
                  <>
                    {matrixName(index, layers.length)}
                    <span className="not-presented">, {count(numberOf(layer))} weights</span>
                  </>
                }
                label={`Weights into ${matrixName(index, layers.length)}`}
                bins={layer}
                total={numberOf(layer)}
                zeros={layer.zeros}
                keepsZerosLine={all.some(({ picture }) => hasZeros(picture))}
                scale={scaleOf(all, index, layer)}
              />
            ))}
          </div>
          <LayerTable layers={layers} />
        </>
      )}
    </PanelPicture>
  );
}

/** Of this layer in all arms that have it. */
function scaleOf(
  all: readonly { readonly picture: WeightsView }[],
  index: number,
  own: WeightLayer,
): BinScale {
  const peers = all.flatMap(({ picture }) => picture.layers[index] ?? []);
  // 0 stands in the middle.
  return commonScale([own, ...peers].map((layer) => ({ ...layer, smallest: -layer.largest })));
}

function LayerTable({ layers }: WeightsView) {
  return (
    <div className={panel.scroll}>
      <table className={panel.table}>
        <thead>
          <tr>
            <th scope="col">Weights into</th>
            <th scope="col">Exactly 0</th>
            <th scope="col" className="not-presented">
              Below {SMALL_WEIGHT}
            </th>
            <th scope="col">Norm</th>
            <th scope="col">Mean size</th>
            <th scope="col">Largest</th>
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, index) => (
            <tr key={index}>
              <th scope="row">{matrixName(index, layers.length)}</th>
              <td>{zeroShare(layer)}</td>
              <td className="not-presented">{percent(layer.small / numberOf(layer))}</td>
              <td>{threeDigits(layer.norm)}</td>
              <td>{threeDigits(layer.meanSize)}</td>
              <td>{threeDigits(layer.largest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function hasZeros({ layers }: WeightsView): boolean {
  return layers.some(({ zeros }) => zeros > 0);
}

function zeroShare(layer: WeightLayer): string {
  if (layer.zeros === 0) return 'none';
  return percent(layer.zeros / numberOf(layer));
}

function numberOf({ inputs, units }: WeightLayer): number {
  return inputs * units;
}
