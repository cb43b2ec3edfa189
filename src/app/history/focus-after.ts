/** Where the focus goes when what had it is gone. */

/** To the row after the one that is taken away, else to the one before it, else to the sheet. */
export async function withFocusOnNeighbour(button: Element, act: Promise<void>): Promise<void> {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const sheet = sheetOf(button);
  await act;
  // It is there still where that was refused.
  if (row?.isConnected) return;
  const next = neighbour instanceof HTMLElement && neighbour.isConnected ? neighbour : sheet;
  next?.focus();
}

/** Where there is a sheet around it. */
export function focusSheet(from: Element): void {
  sheetOf(from)?.focus();
}

/** What scrolls in it. */
function sheetOf(element: Element): HTMLElement | null {
  return element.closest('dialog')?.querySelector<HTMLElement>('[role="group"]') ?? null;
}
