/**
 * Finds a Chromium for tests and benchmarks, or installs one where that is possible, and says how
 * to start it: with WebGL drawn in software, the same on every machine, or with WebGL really off.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const EDGE_NAMES = ['microsoft-edge', 'msedge'];

const HELP = `No Chromium was found, and none could be installed. Do one of these:
  - install Chromium, Chrome or Edge, or
  - run: npx playwright install --with-deps chromium, or
  - set CHROME_PATH to the browser's executable.`;

/**
 * Pages of the browser's own, which it loads for every window: suggestions below the address, though none is typed.
 * They took a quarter of the time that opening our page takes.
 */
const NEEDLESS_FEATURES = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright 1.65 turns off. Of several lists Chromium reads the last one alone, so ours repeats it. */
const PLAYWRIGHT_TURNS_OFF = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['TcpPortRandomizationWin', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  ...['PreconnectToSearch', 'msForceBrowserSignIn', 'msEdgeUpdateLaunchServicesPreferredVersion'],
];

/** Path of a Chromium-like browser: CHROME_PATH, then what is installed, then a fresh install. */
export function findBrowser(): string {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH is not an executable file: ${chosen}`);
  }
  const found = findInstalled() ?? installByPlaywright() ?? installChromiumByDebian();
  if (found === undefined) throw new Error(HELP);
  return found;
}

/** How to launch it with Playwright. Without `webgl` the page gets no WebGL context at all. */
export function launchOptions({ webgl }: { webgl: boolean }): LaunchOptions {
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    `--disable-features=${[...PLAYWRIGHT_TURNS_OFF, ...NEEDLESS_FEATURES].join(',')}`,
  ];
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium refuses to run as root else
  const executablePath = findBrowser();
  if (webgl) {
    args.push('--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist');
    // What is said to be a GPU is two cores: pages are painted without it, which takes two thirds of the time.
    args.push('--disable-gpu-compositing', '--disable-gpu-rasterization');
    return { executablePath, args };
  }
  args.push('--disable-gpu', '--disable-software-rasterizer');
  // Playwright turns software WebGL on by default, and that would win.
  return { executablePath, args, ignoreDefaultArgs: ['--enable-unsafe-swiftshader'] };
}

function findInstalled(): string | undefined {
  const elsewhere = [...usualPlaces(), chromium.executablePath()];
  return findOnPath([...NAMES, ...EDGE_NAMES]) ?? elsewhere.find((path) => isExecutable(path));
}

/** The first program of these names that there is. */
export function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .find((path) => isExecutable(path));
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
    return apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  }
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return programs.flatMap((program) =>
      roots.map((root) => join(process.env[root] ?? '', program)),
    );
  }
  return ['/snap/bin/chromium'];
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Playwright's own download; fails without network, or where its system libraries are missing. */
function installByPlaywright(): string | undefined {
  const require = createRequire(import.meta.url);
  const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js');
  run(process.execPath, [cli, 'install', '--no-shell', 'chromium']);
  const path = chromium.executablePath();
  if (!isExecutable(path)) return undefined;
  const starts = process.platform !== 'linux' || spawnSync(path, ['--version']).status === 0;
  return starts ? path : undefined;
}

function installChromiumByDebian(): string | undefined {
  installByDebian(['chromium']);
  return findOnPath(NAMES);
}

/** Debian's packages, when we are root (a container, typically); else nothing happens. */
export function installByDebian(packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  run('apt-get', ['update']);
  run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages]);
}

/** Shows the output of an install on standard error, as standard output may be read by a program. */
function run(command: string, args: string[]) {
  console.error(`No browser found, trying: ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 2, 2], env, timeout: 600_000 });
}
