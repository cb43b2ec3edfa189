/** History's sheet as a user meets it, on whatever page. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

export class HistorySheet {
  readonly page: Page;
  readonly sheet: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sheet = page.getByRole('dialog', { name: 'History' });
    this.rows = this.sheet.getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'History', exact: true }).click();
    await this.sheet.waitFor();
  }

  button(name: string): Locator {
    return this.sheet.getByRole('button', { name, exact: true });
  }

  /** Of the first run that has these words. */
  action(words: string, action: RegExp): Locator {
    return this.rows.filter({ hasText: words }).first().getByRole('button', { name: action });
  }

  /** Puts a run on screen; the sheet closes. */
  async show(words: string): Promise<void> {
    await this.open();
    await this.action(words, /^Open/).click();
    await this.sheet.waitFor({ state: 'detached' });
  }

  async exported(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.button('Export all').click();
    return readFile(await (await download).path(), 'utf8');
  }

  async bringIn(text: string): Promise<void> {
    const buffer = Buffer.from(text);
    await this.sheet
      .getByLabel('File of a history')
      .setInputFiles({ name: 'history.json', mimeType: 'application/json', buffer });
  }
}
