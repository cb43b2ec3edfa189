/** A file that was exported, out of Compare's menu and into it. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

export async function fileOf(page: Page, item: string): Promise<ExportedFile> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  const download = await waiting;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text };
}

export async function importFile(page: Page, { name, text }: ExportedFile): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const waiting = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: 'Import…' }).click();
  const buffer = Buffer.from(text);
  await (await waiting).setFiles({ name, mimeType: 'application/json', buffer });
}
