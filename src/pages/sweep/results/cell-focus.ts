/** Where the focus is while a cell is looked at: in its panel, and back on the cell when that is closed. */

export const CELL_PANEL_ID = 'cell-panel';

/** After the panel is drawn. */
export function focusCellPanel(): void {
  requestAnimationFrame(() => document.getElementById(CELL_PANEL_ID)?.focus());
}

/** In the grid, and of one axis in the table. */
export function focusCell(place: string): void {
  document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
}
