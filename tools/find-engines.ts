/** Finds Firefox and WebKit for tests, or installs them where that is possible: Debian's packages, when root. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, installByDebian, isExecutable } from './find-browser.ts';

/** Path of a Firefox: FIREFOX_PATH, then what is installed, then a fresh install. */
export function findFirefox(): string {
  const chosen = process.env['FIREFOX_PATH'] ?? '';
  if (isExecutable(chosen)) return chosen;
  const find = () => findOnPath(['firefox', 'firefox-esr']) ?? usualFirefox();
  const found = find() ?? installed(['firefox-esr'], find);
  if (found !== undefined) return found;
  throw new Error('there is no Firefox: install it, or set FIREFOX_PATH to its executable');
}

export interface Webkit {
  /** Speaks WebDriver. */
  readonly driver: string;
  /** The browser that it drives. */
  readonly browser: string;
  /** Draws where there is no screen. */
  readonly screen: string;
}

/** WebKitGTK, which there is on Linux alone: what is installed, then a fresh install. */
export function findWebkit(): Webkit {
  const found = installedWebkit() ?? installed(['webkit2gtk-driver', 'xvfb'], installedWebkit);
  if (found !== undefined) return found;
  throw new Error('there is no WebKitWebDriver with its MiniBrowser, or no Xvfb');
}

/** What is missing, a line each: "Firefox: there is no Firefox: …". Installs what can be installed. */
export function missingEngines(): string[] {
  const missing: string[] = [];
  for (const [name, find] of [
    ['Firefox', findFirefox],
    ['WebKit', findWebkit],
  ] as const)
    try {
      find();
    } catch (error) {
      missing.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  return missing;
}

function installed<T>(packages: readonly string[], find: () => T): T {
  installByDebian(packages);
  return find();
}

function usualFirefox(): string | undefined {
  const places = ['/Applications/Firefox.app/Contents/MacOS/firefox', '/snap/bin/firefox'];
  return places.find((path) => isExecutable(path));
}

function installedWebkit(): Webkit | undefined {
  const driver = findOnPath(['WebKitWebDriver']);
  const screen = findOnPath(['Xvfb']);
  const browser = miniBrowsers().find((path) => isExecutable(path));
  return driver !== undefined && screen !== undefined && browser !== undefined
    ? { driver, browser, screen }
    : undefined;
}

/** Distributions have it in /usr/lib/<architecture>/webkit2gtk-4.1, /usr/libexec/webkit2gtk-4.1, … */
function miniBrowsers(): string[] {
  const roots = ['/usr/lib', '/usr/libexec', '/usr/lib64'];
  const folders = [...roots, ...roots.flatMap((root) => foldersIn(root))];
  return folders.flatMap((folder) =>
    foldersIn(folder)
      .filter((path) => /\/webkit(2gtk|gtk)-[\d.]+$/.test(path))
      .map((path) => join(path, 'MiniBrowser')),
  );
}

function foldersIn(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(root, name));
  } catch {
    return [];
  }
}
