/** A Python that has what exported scripts import; on Debian it is installed where that is allowed. */
import { spawnSync } from 'node:child_process';

const PACKAGES = [
  ...['python3-torch', 'libopenblas0', 'python3-sklearn', 'python3-distributed'],
  'python3-matplotlib',
];
const MODULES = ['torch', 'sklearn', 'distributed', 'matplotlib'];

/** Throws with a sentence that says what is missing. */
export function findPython(): string {
  const first = suitable();
  if (first !== null) return first;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot)
    throw new Error(
      `No python3 with ${MODULES.join(', ')} was found. On Debian: apt-get install ${PACKAGES.join(' ')}`,
    );
  console.log(`installing ${PACKAGES.join(' ')}`);
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...PACKAGES],
  ])
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const found = suitable();
  if (found === null) throw new Error(`${PACKAGES.join(', ')} could not be installed.`);
  return found;
}

/** Debian's own comes second where another one stands first in the path. */
function suitable(): string | null {
  const candidates = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter(
    (one) => one !== undefined,
  );
  const probe = ['-c', `import ${MODULES.join(', ')}`];
  return candidates.find((python) => spawnSync(python, probe).status === 0) ?? null;
}
