/** The pictures of the networks that a lesson needs, of every arm. */
import { useEffect } from 'react';
import { armName } from '../../../experiment/arm-name.ts';
import { useDataPicture } from '../../../pages/compare/data-pictures/data-pictures.ts';
import { ArmMicroscope, useShownPanel } from '../../../pages/compare/microscope/microscope.tsx';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { armVariables } from '../../../ui/arm-style.ts';
import { Guarded } from '../../../ui/guarded.tsx';
import type { RunPart } from '../../lesson/lesson.ts';
import styles from './run-stage.module.css';

/** More than so many are beside each other on a phone. */
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
  if (!hasPanel || !panel) return null;
  const { Shared } = panel;
  return (
    <section className={styles.panels} aria-label={panel.label}>
      <h2>{panel.label}</h2>
      {Shared && (
        <Guarded name={panel.label}>
          <Shared />
        </Guarded>
      )}
      <div
        className={styles.arms}
        {...(arms.length > MOST_BENEATH && {
          ...{ 'data-many': true, role: 'group', 'aria-label': `${panel.label} of all networks` },
          // Else it could not be pushed along by keyboard.
          tabIndex: 0,
        })}
      >
        {arms.map((arm) => (
          <div key={arm.id} className={styles.arm} style={armVariables(arm.id)}>
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
