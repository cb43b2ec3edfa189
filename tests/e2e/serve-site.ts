/**
 * Before the browser tests: builds and serves the site once. SITE_URL in the environment skips both and
 * tests that site instead.
 */
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../tools/find-browser.ts';
import { serveBuiltSite } from '../../tools/serve-built-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site under test, with a slash at its end. */
    siteUrl: string;
  }
}

export default async function serveSite(project: TestProject) {
  findBrowser(); // An installation takes minutes: here, where no test is waiting for it.
  const given = process.env['SITE_URL'];
  if (given !== undefined) {
    project.provide('siteUrl', given);
    return;
  }
  const site = await serveBuiltSite();
  project.provide('siteUrl', site.url);
  return site.close;
}
