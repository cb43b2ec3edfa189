/** How large the gradient is in each layer, now and over the epochs, on one scale for all arms. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { GradientsView } from '../../../../protocol/views.ts';
import { usePictureSeries } from '../../shared/use-pictures.ts';
import { matrixName } from '../shared/layer-name.ts';
import { LevelText } from '../shared/level-text.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { shownExperiment } from '../../../../store/compare/shown-experiment.ts';
import { describeGradients } from './describe-gradients.ts';
import { GradientPlot, layerKind } from './gradient-plot.tsx';
import { gradientScale, heightOf } from './gradient-scale.ts';
import type { GradientScale } from './gradient-scale.ts';
import { gradientText, typicalGradient } from './typical-gradient.ts';
import { useArmOptimizer } from './use-arm-optimizer.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import panel from '../shared/panel.module.css';
import styles from './gradients.module.css';

export function Gradients({ armId }: { readonly armId: ArmId }) {
  const all = usePictureSeries(armId, 'gradients');
  const optimizerOf = useArmOptimizer();
  const epochs = usePlayground((state) => shownExperiment(state).training.epochs);
  // The scale has room for later epochs too, so that looking back moves no axis.
  const scale = gradientScale(all.flatMap(({ kept }) => kept.map(({ picture }) => picture)));
  const own = all.find((one) => one.armId === armId);
  return (
    <PanelPicture armId={armId} view="gradients">
      {(view) => {
        const words = describeGradients(view, optimizerOf(armId));
        return (
          <>
            <LevelText
              className={panel.sentence}
              text={words}
              all={all.map((one) => describeGradients(one.shown.picture, optimizerOf(one.armId)))}
            />
            <div className={styles.beside}>
              <GradientPlot
                pictures={own?.upToShown ?? []}
                layers={view.layers.length}
                scale={scale}
                epochs={epochs}
                label={words}
              />
              <LayerTable view={view} scale={scale} />
            </div>
          </>
        );
      }}
    </PanelPicture>
  );
}

interface LayerTableProps {
  readonly view: GradientsView;
  readonly scale: GradientScale;
}

function LayerTable({ view: { layers }, scale }: LayerTableProps) {
  return (
    <table className={panel.table}>
      <thead>
        <tr>
          <th scope="col">Weights into</th>
          <th scope="col">Norm</th>
          <th scope="col" colSpan={2}>
            Typical gradient
          </th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer, index) => {
          const size = typicalGradient(layer);
          const share = heightOf(size, scale) || 0;
          return (
            <tr key={index}>
              <th scope="row">{matrixName(index, layers.length)}</th>
              <td>{gradientText(layer.norm)}</td>
              <td>{gradientText(size)}</td>
              <td className={styles.gauge} aria-hidden="true">
                <span
                  data-layer={layerKind(index, layers.length)}
                  style={{ width: `${(100 * share).toFixed(1)}%` }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
