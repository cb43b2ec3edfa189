/** All presets by groups, each with its question, for the verdict to answer; the one that is set is marked. */
import type { KeyboardEvent } from 'react';
import type { Preset } from '../../../presets/preset.ts';
import { PRESET_GROUPS } from '../../../presets/registry.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { trainsAlike } from '../../../experiment/settings-change.ts';
import styles from './preset-list.module.css';

type ChoosePreset = (preset: Preset) => void;

export function PresetList({ onChoose }: { readonly onChoose: ChoosePreset }) {
  const experiment = usePlayground((state) => state.experiment);
  return (
    <div className={styles.groups}>
      {PRESET_GROUPS.map(({ title, presets }) => (
        <section key={title} className={styles.group} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {presets.map((preset) => (
              <li key={preset.id}>
                <Entry
                  preset={preset}
                  isSet={trainsAlike(preset.experiment, experiment)}
                  onChoose={onChoose}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface EntryProps {
  readonly preset: Preset;
  /** The experiment is this preset's, unchanged. */
  readonly isSet: boolean;
  readonly onChoose: ChoosePreset;
}

function Entry({ preset, isSet, onChoose }: EntryProps) {
  return (
    <button
      type="button"
      className={styles.entry}
      data-entry
      aria-current={isSet}
      onClick={({ currentTarget }) => {
        // The sheet gives the focus back to what opened it.
        currentTarget.closest('dialog')?.close();
        onChoose(preset);
      }}
      onKeyDown={goToNeighbour}
    >
      <span className={styles.title}>
        {preset.title}
        {isSet && <span className={styles.set}>current</span>}
      </span>
      <span className={styles.question}>{preset.question}</span>
    </button>
  );
}

/** Arrow keys go from entry to entry, through all groups, Home and End to the first and last. */
function goToNeighbour(event: KeyboardEvent<HTMLButtonElement>) {
  const entries = [
    ...(event.currentTarget
      .closest(`.${styles.groups ?? ''}`)
      ?.querySelectorAll<HTMLElement>('[data-entry]') ?? []),
  ];
  const next = neighbourOf(entries, event.currentTarget, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function neighbourOf(
  entries: readonly HTMLElement[],
  current: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const index = entries.indexOf(current);
  switch (key) {
    case 'ArrowDown':
      return entries[index + 1];
    case 'ArrowUp':
      return entries[index - 1];
    case 'Home':
      return entries[0];
    case 'End':
      return entries.at(-1);
    default:
      return undefined;
  }
}
