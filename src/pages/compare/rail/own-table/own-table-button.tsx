/** Opens the sheet in which a user brings a table. */
import { useState } from 'react';
import { Button } from '../../../../ui/controls/button.tsx';
import { OwnTableDialog } from './own-table-dialog.tsx';

export function OwnTableButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Own table…
      </Button>
      {isOpen && <OwnTableDialog onClose={() => setOpen(false)} />}
    </>
  );
}
