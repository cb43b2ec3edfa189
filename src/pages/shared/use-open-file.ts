/** Asks for a file that was exported by any page, and opens it on its page. */
import { useLink } from '../../store/links/link-context.tsx';
import { chooseFile } from '../../ui/choose-file.ts';

export const OPEN_FILE_DETAIL =
  'Opens a JSON file that was exported here, on its page; nothing is trained.';

export function useOpenFile(): () => Promise<void> {
  const openFile = useLink((state) => state.openFile);
  return async () => {
    const file = await chooseFile('.json,application/json');
    if (file) await openFile(file);
  };
}
