/** The Bias–variance page as a user meets it: by the names of its controls. */
import type { Locator, Page } from 'playwright';
import { PlanPage } from './plan-page.ts';

export interface Network {
  readonly set: number;
  readonly seconds: number;
  readonly answers: readonly number[];
}

export interface Trained {
  readonly truth: { readonly noise: number; readonly answers: readonly number[] };
  readonly values: readonly {
    readonly value: number;
    readonly bias2: number;
    readonly variance: number;
    readonly distance: number;
    readonly networks: readonly Network[];
  }[];
}

export class BiasVariancePage extends PlanPage {
  readonly figure: Locator;

  constructor(page: Page) {
    super(page, 'Bias–variance');
    this.figure = page.getByRole('figure', { name: 'Where the error comes from' });
  }

  /** Three values of L2, six sets, short training: 18 networks in less than a second. */
  async makeSmall(): Promise<void> {
    await this.setField('Values, with spaces between them', 'off 0.003 0.03');
    await this.setField('Training sets', '6');
    await this.setField('Epochs', '300');
    await this.page.getByText('/ 18 networks').waitFor();
  }

  async trained(): Promise<Trained> {
    return JSON.parse(await this.exported('Plan and results as JSON')) as Trained;
  }

  /** The table twin of the chart, header first; leaves the chart as it was. */
  async table(): Promise<string[][]> {
    await this.figure.getByRole('button', { name: 'Show as table' }).click();
    const rows = await this.figure
      .locator('tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
      );
    await this.figure.getByRole('button', { name: 'Show as chart' }).click();
    return rows;
  }
}
