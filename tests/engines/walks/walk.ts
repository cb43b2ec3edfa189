/** A walk through one page of the site: what a user would do there. Adding one: its file, and a line in all-walks.ts. */
import type { Visit } from '../visit.ts';

export interface Walk {
  /** As the navigation names it. */
  readonly page: string;
  /** Fails by an expectation. What it returns must be the same in every engine. */
  readonly go: (visit: Visit) => Promise<unknown>;
}
