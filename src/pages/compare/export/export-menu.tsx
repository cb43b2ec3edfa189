/** The comparison as files, each made when it is asked for; and the way back: a file that was exported. */
import { PopoverButton } from '../../../ui/controls/popover-button.tsx';
import { OPEN_FILE_DETAIL, useOpenFile } from '../../shared/use-open-file.ts';
import type { ExportItem } from './export-item.ts';
import { EXPORT_ITEMS } from './export-items.ts';
import { ExportList } from './export-list.tsx';

interface ExportMenuProps {
  readonly items?: readonly ExportItem[];
}

export function ExportMenu({ items = EXPORT_ITEMS }: ExportMenuProps) {
  const openFile = useOpenFile();
  const importItem: ExportItem = {
    label: 'Import…',
    detail: OPEN_FILE_DETAIL,
    save: openFile,
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
