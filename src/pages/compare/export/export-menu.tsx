/** The comparison as files, each made when it is asked for; and the way back: a file that was exported. */
import { useLink } from '../../../store/links/link-context.tsx';
import { chooseFile } from '../../../ui/choose-file.ts';
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import type { ExportItem } from './export-item.ts';
import { EXPORT_ITEMS } from './export-items.ts';
import { ExportList } from './export-list.tsx';

interface ExportMenuProps {
  readonly items?: readonly ExportItem[];
}

export function ExportMenu({ items = EXPORT_ITEMS }: ExportMenuProps) {
  const openFile = useLink((state) => state.openFile);
  const importItem: ExportItem = {
    label: 'Import…',
    detail: 'Opens a JSON file that was exported here, on its page; nothing is trained.',
    save: async () => {
      const file = await chooseFile('.json,application/json');
      if (file) await openFile(file);
    },
  };
  return (
    <PopoverButton
      className="not-presented"
      panelLabel="Export"
      position="bottom-end"
      panel={(close) => <ExportList label="Export" items={[...items, importItem]} close={close} />}
    >
      Export
    </PopoverButton>
  );
}
