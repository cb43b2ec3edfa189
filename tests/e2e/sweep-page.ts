/** The Sweep page as a user meets it: by the names of its controls. */
import type { Locator, Page } from 'playwright';
import { PlanPage } from './plan-page.ts';

export class SweepPage extends PlanPage {
  constructor(page: Page) {
    super(page, 'Sweep');
  }

  cell(place: string): Locator {
    return this.page.getByRole('region', { name: 'Grid' }).locator(`[data-place="${place}"]`);
  }
}
