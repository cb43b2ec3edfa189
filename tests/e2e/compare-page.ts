/** The Compare view as a user meets it: by the names of its controls. */
import type { Locator, Page } from 'playwright';

export class ComparePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** What the status region says. */
  async status(): Promise<string> {
    const text = await this.page.getByRole('status', { name: 'Training status' }).textContent();
    return text?.trim() ?? '';
  }

  async waitFor(status: string, timeout = 60_000): Promise<void> {
    await this.page
      .getByRole('status', { name: 'Training status' })
      .filter({ hasText: new RegExp(`^${status}$`) })
      .waitFor({ timeout, state: 'attached' });
  }

  async epoch(): Promise<number> {
    const bar = this.page.getByRole('progressbar', { name: 'Epochs' });
    return Number(await bar.getAttribute('aria-valuenow'));
  }

  async setPace(label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Pace' }).selectOption({ label });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Types into a number field and commits it. */
  async setField(name: string, text: string): Promise<void> {
    await this.field(name).fill(text);
    await this.field(name).press('Enter');
  }

  /** Waits until a changed setting has reached the worker, which takes a moment, and it is ready. */
  async settle(): Promise<void> {
    await this.page.waitForTimeout(400);
    await this.waitFor('ready');
  }

  /** The steps lie in a panel that stays open for the next one. */
  async step(name: 'Step one epoch' | 'Step one batch'): Promise<void> {
    if (!(await this.button(name).isVisible()))
      await this.page.getByRole('button', { name: /^Step/ }).first().click();
    await this.button(name).click();
  }

  /** One of the arms that are offered; a copy of the first if nothing else is said. */
  async addArm(choice = 'A copy of A'): Promise<void> {
    const offer = this.page.getByRole('dialog', { name: 'Add arm' });
    const row = offer.getByRole('button', { name: new RegExp(`^${choice}`) });
    // With keys: to click Playwright also scrolls the page, from which the panel would vanish.
    const isOpen = () =>
      row.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
    do await this.button('Add arm').press('Enter');
    while (!(await isOpen()));
    await row.press('Enter');
  }

  /** An entry of an arm's menu. */
  async armMenu(letter: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Arm ${letter}:` }).click();
    await this.button(action).click();
  }

  /** The table twin of a chart, row by row, header first; leaves the chart as it was. */
  async table(chart: string): Promise<string[][]> {
    const figure = this.page.getByRole('figure', { name: chart });
    await figure.getByRole('button', { name: 'Show as table' }).click();
    const rows = await figure
      .locator('tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
      );
    await figure.getByRole('button', { name: /chart/i }).click();
    return rows;
  }
}

/** The number in a cell such as "73.0 %". */
export function numberIn(text: string | undefined): number {
  return Number.parseFloat((text ?? '').replace('−', '-'));
}
