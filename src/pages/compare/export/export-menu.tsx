/** The comparison as files; each is made when it is asked for. */
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import type { ExportItem } from './export-item.ts';
import { EXPORT_ITEMS } from './export-items.ts';
import { ExportList } from './export-list.tsx';

interface ExportMenuProps {
  readonly items?: readonly ExportItem[];
}

export function ExportMenu({ items = EXPORT_ITEMS }: ExportMenuProps) {
  return (
    <PopoverButton
      className="not-presented"
      panelLabel="Export"
      position="bottom-end"
      panel={(close) => <ExportList label="Export" items={items} close={close} />}
    >
      Export
    </PopoverButton>
  );
}
