/** Opens the sheet in which a user brings a table. */
import { useState } from 'react';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { OwnTableDialog } from './own-table-dialog.tsx';

export function OwnTableButton() {
  const [isOpen, setOpen] = useState(false);
  const changeDataset = usePlayground((state) => state.changeDataset);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Own table…
      </Button>
      {isOpen && (
        <OwnTableDialog onTable={({ id }) => changeDataset(id)} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
