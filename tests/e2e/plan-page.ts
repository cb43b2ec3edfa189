/** A page that trains a plan, Sweep or Bias–variance, as a user meets it: by the names of its controls. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';

export class PlanPage {
  readonly page: Page;
  private readonly name: string;

  /** "Sweep": its status is named by it. */
  constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Waits until the status region begins with that. */
  async waitFor(status: string): Promise<void> {
    await this.page
      .getByRole('status', { name: `${this.name} status` })
      .filter({ hasText: new RegExp(`^${status}`) })
      .waitFor({ timeout: 60_000, state: 'attached' });
  }

  async choosePreset(title: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Preset: / }).click();
    await this.page
      .getByRole('dialog', { name: 'Presets' })
      .getByRole('button', { name: new RegExp(`^${title}`) })
      .click();
  }

  /** Types into a field and commits it. */
  async setField(name: string, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name, exact: true });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Trainings that the progress bar counts. */
  async done(): Promise<number> {
    const bar = this.page.getByRole('progressbar', { name: 'Trainings' });
    return Number(await bar.getAttribute('aria-valuenow'));
  }

  /** The text of a file that the page exports. */
  async exported(kind: 'Results as CSV' | 'Plan and results as JSON'): Promise<string> {
    await this.button('Export').click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  /** All results but how long each took. */
  async results(): Promise<unknown> {
    return JSON.parse(await this.exported('Plan and results as JSON'), (key, value: unknown) =>
      key === 'seconds' || key === 'made' ? undefined : value,
    );
  }
}
