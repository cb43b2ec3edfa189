/** The comparison as files; each is made when it is asked for. */
import { useState } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { MenuList } from '../../../ui/controls/menu-list.tsx';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import type { ClosePanel } from '../../../ui/controls/popover-button.tsx';
import type { ExportItem } from './export-item.ts';
import { EXPORT_ITEMS } from './export-items.ts';

interface ExportMenuProps {
  readonly items?: readonly ExportItem[];
}

export function ExportMenu({ items = EXPORT_ITEMS }: ExportMenuProps) {
  return (
    <PopoverButton
      className="not-presented"
      panelLabel="Export"
      position="bottom-end"
      panel={(close) => <ExportList items={items} close={close} />}
    >
      Export
    </PopoverButton>
  );
}

interface ExportListProps extends Required<ExportMenuProps> {
  readonly close: ClosePanel;
}

function ExportList({ items, close }: ExportListProps) {
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
        label="Export"
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
