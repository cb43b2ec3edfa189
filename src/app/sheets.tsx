/** What may lie over the page: its help, its glossary, or the runs that are kept. */
import type { ComponentType } from 'react';
import { usePlayground } from '../store/playground-context.tsx';
import type { Sheet } from '../store/page/view-state.ts';
import { Button } from '../ui/controls/button.tsx';
import { ModalDialog } from '../ui/controls/modal-dialog.tsx';
import { GlossarySheet } from './glossary-sheet.tsx';
import { HelpSheet } from './help-sheet.tsx';
import { LateHistorySheet } from './history/late-history-sheet.tsx';

interface SheetContent {
  readonly title: string;
  readonly Content: ComponentType;
  /** Another one, a press away. */
  readonly other?: Sheet;
  readonly isWide?: boolean;
}

const SHEETS: Readonly<Record<Sheet, SheetContent>> = {
  help: { title: 'Help', Content: HelpSheet, other: 'glossary' },
  glossary: { title: 'Glossary', Content: GlossarySheet, other: 'help' },
  history: { title: 'History', Content: LateHistorySheet, isWide: true },
};

export function Sheets() {
  const sheet = usePlayground((state) => state.sheet);
  const showSheet = usePlayground((state) => state.showSheet);
  if (!sheet) return null;
  const { title, Content, other, isWide = false } = SHEETS[sheet];
  return (
    <ModalDialog
      title={title}
      onClose={() => showSheet(null)}
      isWide={isWide}
      actions={other && <Button onClick={() => showSheet(other)}>{SHEETS[other].title}</Button>}
    >
      <Content />
    </ModalDialog>
  );
}
