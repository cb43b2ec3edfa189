/** Files to choose from; what was chosen closes the panel, unless it cannot be made. */
import { useState } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { MenuList } from '../../../ui/controls/menu-list.tsx';
import type { ClosePanel } from '../../../ui/controls/popover-button.tsx';
import type { ExportItem } from './export-item.ts';

interface ExportListProps {
  readonly label: string;
  readonly items: readonly ExportItem[];
  readonly close: ClosePanel;
}

export function ExportList({ label, items, close }: ExportListProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const state = usePlayground((all) => all);
  const save = async (item: ExportItem) => {
    setProblem(null);
    try {
      await item.save(state);
      close();
    } catch {
      setProblem(`${item.label}: the file could not be made. Try again.`);
    }
  };
  return (
    <>
      <MenuList
        label={label}
        items={items.map((item) => ({
          label: item.label,
          detail: item.detail,
          refusal: item.refusal?.(state) ?? null,
          choose: () => void save(item),
        }))}
      />
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
