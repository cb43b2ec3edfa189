/** The sheet in which a user brings a table. */
import type { Locator, Page } from 'playwright';

export const csvFile = (name: string) => `${import.meta.dirname}/../csv/${name}`;

export const tableSheet = (page: Page) => page.getByRole('dialog', { name: 'Own table' });

export function columnsOf(page: Page): Locator {
  return tableSheet(page).getByRole('table', { name: 'Columns' });
}

export async function openTable(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Own table…' }).click();
  await chooseTable(page, file);
}

/** The sheet is open. */
export async function chooseTable(page: Page, file: string): Promise<void> {
  await tableSheet(page).getByLabel('File').setInputFiles(csvFile(file));
  await columnsOf(page).waitFor();
}

export async function useTable(page: Page): Promise<void> {
  await tableSheet(page).getByRole('button', { name: 'Use this table' }).click();
  await tableSheet(page).waitFor({ state: 'detached' });
}
