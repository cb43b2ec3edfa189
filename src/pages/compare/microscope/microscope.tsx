/** What looks inside the networks: one choice of panel for all arms, and each arm's part of it. */
import { useEffect, useEffectEvent, useMemo } from 'react';
import { watchHeight } from '../shared/drawn-height.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import type { MicroscopePanel } from './shared/microscope-panel.ts';
import { armName } from '../../../experiment/arm-name.ts';
import type { ArmId } from '../../../experiment/experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { useIsHidden } from '../../shared/use-hidden-list.ts';
import { RadioGroup } from '../../../ui/controls/radio-group.tsx';
import { applicablePanels, panelToShow } from './applicable-panels.ts';
import { WITHOUT_NETWORKS } from '../shared/without-networks.ts';
import { useDataPicture } from '../data-pictures/data-pictures.ts';
import { SavePicture } from '../../../ui/picture-file/save-picture.tsx';
import type { DrawnPart } from '../../../ui/picture-file/drawing.ts';
import { Guarded } from '../../../ui/guarded.tsx';
import styles from './microscope.module.css';

/** Chooses the panel, shows what its arms share, and has the worker take the pictures on the page. */
export function MicroscopeChoice() {
  const panels = usePanels();
  const shown = useShownPanel();
  const showPanel = usePlayground((state) => state.showPanel);
  const watchViews = usePlayground((state) => state.watchViews);
  const picture = useDataPicture();
  const isKept = usePlayground((state) => state.keptRun !== null);
  const isHidden = useIsHidden('panels');
  const views = useMemo(() => {
    const open = [...(picture?.views ?? []), ...(isHidden ? [] : (shown?.views ?? []))];
    const all = new Set([...(picture?.views ?? []), ...panels.flatMap((panel) => panel.views)]);
    const others = [...all].filter((view) => !open.includes(view));
    return isHidden ? { open, kept: [], hidden: others } : { open, kept: others };
  }, [panels, picture, shown, isHidden]);
  useEffect(() => watchViews(views), [views, watchViews]);
  // A run goes on while another page is on show.
  const watchNothing = useEffectEvent(() => {
    watchViews({ ...views, open: [], kept: [...views.open, ...views.kept] });
  });
  useEffect(() => () => watchNothing(), []);
  if (isHidden) return null;
  if (isKept) return <p className={styles.none}>{WITHOUT_NETWORKS}</p>;
  if (!shown) return null;
  const { Shared } = shown;
  return (
    <>
      <div className={styles.choice}>
        <RadioGroup
          legend="Look at"
          options={panels.map(({ id, label }) => ({ value: id, label }))}
          value={shown.id}
          onChange={showPanel}
        />
        <SavePicture title={shown.label} picture={panelsOnScreen} />
      </div>
      {Shared && (
        <Guarded key={shown.id} name={shown.label}>
          <Shared />
        </Guarded>
      )}
    </>
  );
}

/** An arm's part of the chosen panel. */
export function ArmMicroscope({ armId }: { readonly armId: ArmId }) {
  const shown = useShownPanel();
  const isKept = usePlayground((state) => state.keptRun !== null);
  const isHidden = useIsHidden('panels');
  const name = usePlayground(({ experiment }) => {
    const arm = experiment.arms.find(({ id }) => id === armId);
    return arm ? armName(arm) : armId;
  });
  if (!shown || isKept || isHidden) return null;
  const { label, Panel } = shown;
  return (
    <div className={styles.place} data-control="panels">
      <div className={styles.panel} ref={watchHeight} data-arm-panel={name}>
        <h3 className="visually-hidden">{label}</h3>
        <Guarded key={shown.id} name={label}>
          <Panel armId={armId} />
        </Guarded>
      </div>
    </div>
  );
}

/** Of all arms, each under the arm's name. */
function panelsOnScreen(): readonly DrawnPart[] {
  const panels = document.querySelectorAll<HTMLElement>('[data-arm-panel]');
  return [...panels].map((element) => ({ heading: element.dataset['armPanel'] ?? '', element }));
}

/** The panels that have something to show for the run on screen. */
function usePanels(): readonly MicroscopePanel[] {
  const experiment = usePlayground(shownExperiment);
  return useMemo(() => applicablePanels(experiment), [experiment]);
}

export function useShownPanel(): MicroscopePanel | undefined {
  const experiment = usePlayground(shownExperiment);
  const panelId = usePlayground((state) => state.panelId);
  return useMemo(() => panelToShow(experiment, panelId), [experiment, panelId]);
}
