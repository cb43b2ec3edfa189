/** The pictures of the networks that a lesson needs, of every arm. */
import { useEffect, useState } from 'react';
import { armName } from '../../../experiment/arm-name.ts';
import { useDataPicture } from '../../../pages/compare/data-pictures/data-pictures.ts';
import { ArmMicroscope, useShownPanel } from '../../../pages/compare/microscope/microscope.tsx';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import type { ArmId } from '../../../experiment/experiment.ts';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { armVariables } from '../../../ui/arm-style.ts';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { Guarded } from '../../../ui/guarded.tsx';
import type { RunPart } from '../../lesson/lesson.ts';
import styles from './run-stage.module.css';

/** Of more than so many a phone shows one at a time. */
const MOST_BENEATH = 2;
const NONE_QUOTED: NonNullable<RunPart['views']> = [];

export function LessonPanels({ part }: { readonly part: RunPart }) {
  const watchViews = usePlayground((state) => state.watchViews);
  const arms = usePlayground((state) => shownExperiment(state).arms);
  const panel = useShownPanel();
  const picture = useDataPicture();
  const { views: quoted = NONE_QUOTED } = part;
  const hasPanel = part.panel !== undefined;
  const ofData = part.showsData === true ? picture : undefined;
  useEffect(() => {
    const ofPanel = hasPanel ? (panel?.views ?? []) : [];
    const open = new Set([...(ofData?.views ?? []), ...ofPanel, ...quoted]);
    watchViews({ open: [...open], kept: [] });
  }, [hasPanel, panel, ofData, quoted, watchViews]);
  const [last, choose] = useState<ArmId>('A');
  const chosen = arms.find(({ id }) => id === last)?.id ?? arms[0]?.id;
  if (!hasPanel || !panel || chosen === undefined) return null;
  const isMany = arms.length > MOST_BENEATH;
  const { Shared } = panel;
  return (
    <section className={styles.panels} aria-label={panel.label}>
      <h2>{panel.label}</h2>
      {Shared && (
        <Guarded name={panel.label}>
          <Shared />
        </Guarded>
      )}
      {isMany && (
        <div className={styles.chosenArm}>
          <RadioGroup
            legend="Network"
            options={arms.map(({ id }) => ({ value: id, label: id }))}
            value={chosen}
            onChange={choose}
          />
        </div>
      )}
      <div className={styles.arms} data-many={isMany}>
        {arms.map((arm) => (
          <div
            key={arm.id}
            className={styles.arm}
            style={armVariables(arm.id)}
            data-chosen={arm.id === chosen}
          >
            {arms.length > 1 && (
              <p className={styles.armName}>
                <ArmMarker armId={arm.id} />
                <span>{armName(arm)}</span>
              </p>
            )}
            <ArmMicroscope armId={arm.id} />
          </div>
        ))}
      </div>
    </section>
  );
}
