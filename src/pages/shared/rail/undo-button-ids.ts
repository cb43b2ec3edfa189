/** Keys press these buttons: each page has a store of its own, and its buttons are there. */
export const UNDO_BUTTON_ID = 'undo';
export const REDO_BUTTON_ID = 'redo';
