/** Before the tests in workers: an installation takes minutes, and no test should wait for it. */
import { findBrowser } from '../../tools/find-browser.ts';

export default function installBrowser(): void {
  findBrowser();
}
