/** Finds Firefox and WebKit for tests, or installs them where that is possible: Debian's packages, when root. */
import { findOnPath, installByDebian, isExecutable } from './find-browser.ts';

/** Path of a Firefox: FIREFOX_PATH, then what is installed, then a fresh install. */
export function findFirefox(): string {
  const chosen = process.env['FIREFOX_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`FIREFOX_PATH is not an executable file: ${chosen}`);
  }
  const found = findOrInstall(installedFirefox, ['firefox-esr']);
  if (found !== undefined) return found;
  throw new Error('none was found: install it, or set FIREFOX_PATH to its executable');
}

export interface Webkit {
  /** Speaks WebDriver, and brings the browser that it drives. */
  readonly driver: string;
  /** Xvfb, on which the browser draws. */
  readonly screen: string;
}

/** WebKitGTK, which there is on Linux alone: what is installed, then a fresh install. */
export function findWebkit(): Webkit {
  const found = findOrInstall(installedWebkit, ['webkit2gtk-driver', 'xvfb']);
  if (found !== undefined) return found;
  throw new Error("none was found: install WebKitGTK's WebKitWebDriver, and Xvfb (Linux alone)");
}

/**
 * The engines that cannot be had, a line each: "Firefox, because none was found: …". Installs what can be
 * installed.
 */
export function missingEngines(): string[] {
  const engines = [
    ['Firefox', findFirefox],
    ['WebKit', findWebkit],
  ] as const;
  return engines.flatMap(([name, find]) => {
    try {
      find();
      return [];
    } catch (error) {
      return [`${name}, because ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

function findOrInstall<T>(find: () => T | undefined, packages: readonly string[]): T | undefined {
  const found = find();
  if (found === undefined) installByDebian(packages);
  return found ?? find();
}

function installedFirefox(): string | undefined {
  const elsewhere = ['/Applications/Firefox.app/Contents/MacOS/firefox', '/snap/bin/firefox'];
  return findOnPath(['firefox', 'firefox-esr']) ?? elsewhere.find((path) => isExecutable(path));
}

function installedWebkit(): Webkit | undefined {
  const driver = findOnPath(['WebKitWebDriver']);
  const screen = findOnPath(['Xvfb']);
  return driver !== undefined && screen !== undefined ? { driver, screen } : undefined;
}
