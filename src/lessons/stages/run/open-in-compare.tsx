/** Takes a lesson's run to Compare, with its settings and, once they are there, all figures; Undo is there. */
import { recordOnShow } from '../../../store/compare/record-on-show.ts';
import { usePlaygroundStore } from '../../../store/playground-context.tsx';
import type { PlaygroundStore } from '../../../store/playground.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { useLesson } from '../../session/session-context.tsx';

export function OpenInCompare({
  pageStore,
  panel,
}: {
  readonly pageStore: PlaygroundStore;
  readonly panel: string | undefined;
}) {
  const store = usePlaygroundStore();
  const { title } = useLesson();
  const open = () => {
    const state = store.getState();
    const { experiment, pace } = state;
    const isOver = state.status === 'finished' || state.status === 'stopped';
    const record = isOver ? recordOnShow(state) : null;
    pageStore
      .getState()
      .applyPreset({ id: '', experiment, pace, ...(panel !== undefined && { panel }) });
    if (record) pageStore.getState().showRecord(record, `Lesson “${title}”`);
    location.hash = '#/';
  };
  return (
    <Button className="not-presented not-printed" data-control="elsewhere" onClick={open}>
      Open in Compare
    </Button>
  );
}
