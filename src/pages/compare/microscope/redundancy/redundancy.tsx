/** How well a network answers without a share of its hidden units: a line for each arm, and this one's figures. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { RedundancyView } from '../../../../protocol/views.ts';
import { usePictures } from '../../shared/use-pictures.ts';
import { percent, wholePercent } from '../../../../base/text/figure-text.ts';
import { LevelText } from '../shared/level-text.tsx';
import { PanelPicture } from '../../shared/panel-picture.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeRedundancy } from './describe-redundancy.ts';
import { RedundancyPlot } from './redundancy-plot.tsx';
import panel from '../shared/panel.module.css';
import styles from './redundancy.module.css';

export function Redundancy({ armId }: { readonly armId: ArmId }) {
  const examples = useShownDataset()?.words.examples ?? 'examples';
  const all = usePictures(armId, 'redundancy');
  const others = all.filter((one) => one.armId !== armId);
  return (
    <PanelPicture armId={armId} view="redundancy">
      {(view) => {
        const words = describeRedundancy(view, examples);
        return (
          <>
            <LevelText
              className={panel.sentence}
              text={words}
              all={all.map(({ picture }) => describeRedundancy(picture, examples))}
            />
            {view.points.length > 0 && (
              <div className={styles.beside}>
                <RedundancyPlot armId={armId} view={view} others={others} label={words} />
                <ShareTable view={view} />
              </div>
            )}
            {view.points.length > 0 && (
              <p className={panel.note}>
                Of each layer the same share is removed at random, the same units in every arm of
                that size; what is left is scaled up for it. Nothing is trained anew.
              </p>
            )}
          </>
        );
      }}
    </PanelPicture>
  );
}

function ShareTable({ view: { points } }: { readonly view: RedundancyView }) {
  return (
    <table className={panel.table}>
      <thead>
        <tr>
          <th scope="col">Removed</th>
          <th scope="col">Accuracy</th>
          <th scope="col">Draws</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ share, accuracy, lowest, highest }) => (
          <tr key={share}>
            <th scope="row">{share === 0 ? 'none' : wholePercent(share)}</th>
            <td>{percent(accuracy)}</td>
            <td>
              {lowest === highest
                ? ''
                : `${(100 * lowest).toFixed(1)} to ${(100 * highest).toFixed(1)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
