/** The data sets as small pictures, one of them chosen; a tab for each kind. */
import { useId, useState } from 'react';
import { DATASET_GROUPS } from '../../../datasets/dataset.ts';
import type { Dataset, DatasetGroup } from '../../../datasets/dataset.ts';
import { keptTable, keptTables } from '../../../datasets/own/kept-tables.ts';
import { DATASETS, findDataset } from '../../../datasets/registry.ts';
import type { DatasetId } from '../../../datasets/registry.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { TabList, tabId } from '../../../ui/controls/tab-list.tsx';
import { OwnTableButton } from './own-table/own-table-button.tsx';
import styles from './data-tiles.module.css';

export function DataTiles() {
  const chosen = usePlayground((state) => state.experiment.data.dataset);
  const [shown, setShown] = useShownGroup(chosen);
  const panelId = useId();
  return (
    <div className={styles.sets}>
      <TabList
        label="Kind of data"
        tabs={DATASET_GROUPS}
        shown={shown}
        onShow={setShown}
        panelId={panelId}
      />
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, shown)}>
        <div role="radiogroup" aria-label="Data set" className={styles.tiles}>
          {tilesOf(shown).map((dataset) => (
            <Tile key={dataset.id} dataset={dataset} isChosen={dataset.id === chosen} />
          ))}
        </div>
      </div>
      <div className={styles.own}>
        <OwnTableButton />
      </div>
      <LoadedElsewhere
        chosen={chosen}
        shown={shown}
        onReturn={(group) => {
          setShown(group);
          // The button that leads back is gone once it is pressed.
          document.getElementById(tabId(panelId, group))?.focus();
        }}
      />
    </div>
  );
}

/** Those of the list, and the tables that the user brought. */
function tilesOf(shown: DatasetGroup): readonly TileDataset[] {
  const all: readonly TileDataset[] = [...DATASETS, ...keptTables().map(({ dataset }) => dataset)];
  return all.filter(({ group }) => group === shown);
}

type TileDataset = Pick<Dataset, 'group' | 'label' | 'thumbnail'> & { readonly id: DatasetId };

interface LoadedElsewhereProps {
  readonly chosen: string;
  readonly shown: DatasetGroup;
  readonly onReturn: (group: DatasetGroup) => void;
}

/** While another group than the chosen set's is looked into: which one is chosen, and the way back. */
function LoadedElsewhere({ chosen, shown, onReturn }: LoadedElsewhereProps) {
  const dataset = findDataset(chosen);
  if (!dataset || dataset.group === shown) return null;
  const group = DATASET_GROUPS.find(({ id }) => id === dataset.group);
  return (
    <p className={styles.elsewhere}>
      <span>
        Loaded: <strong>{dataset.label}</strong>, in {group?.label}.
      </span>
      <Button look="link" onClick={() => onReturn(dataset.group)}>
        Back to {group?.label}
      </Button>
    </p>
  );
}

/** The chosen set's group, until the user looks into another one; a new choice is followed again. */
function useShownGroup(chosen: string): readonly [DatasetGroup, (group: DatasetGroup) => void] {
  const [look, setLook] = useState<{ group: DatasetGroup; from: string } | null>(null);
  const own = findDataset(chosen)?.group ?? DATASET_GROUPS[0].id;
  const shown = look?.from === chosen ? look.group : own;
  return [shown, (group) => setLook({ group, from: chosen })];
}

interface TileProps {
  readonly dataset: TileDataset;
  readonly isChosen: boolean;
}

function Tile({ dataset: { id, label, thumbnail }, isChosen }: TileProps) {
  const changeDataset = usePlayground((state) => state.changeDataset);
  // Whatever its file was called.
  const isOwn = keptTable(id) !== undefined;
  return (
    <label className={styles.tile}>
      <input
        className="visually-hidden"
        type="radio"
        name="data-set"
        checked={isChosen}
        onChange={() => changeDataset(id)}
      />
      <span className={styles.picture}>
        <svg
          viewBox="0 0 54 40"
          aria-hidden="true"
          // Markup of our own, written beside the data set.
          dangerouslySetInnerHTML={{ __html: thumbnail }}
        />
      </span>
      <span className={styles.label} {...(isOwn && { 'data-own': true, title: label })}>
        {label}
      </span>
    </label>
  );
}
