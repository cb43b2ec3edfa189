/** The wish for a backend in the page's address: `?backend=webgl|wasm|cpu`. */
import type { BackendChoice, BackendName } from '../../protocol/messages.ts';

export const BACKEND_LABELS: Readonly<Record<BackendName, string>> = {
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

export const BACKEND_CHOICES = [
  { value: 'auto', label: 'Automatic' },
  { value: 'webgl', label: BACKEND_LABELS.webgl },
  { value: 'wasm', label: BACKEND_LABELS.wasm },
  { value: 'cpu', label: BACKEND_LABELS.cpu },
] as const satisfies readonly { value: BackendChoice; label: string }[];

export interface BackendWish {
  readonly choice: BackendChoice;
  /** What to tell the user, where the address asks for what does not exist. */
  readonly notice: string | null;
}

export function readBackendWish(search: string): BackendWish {
  const asked = new URLSearchParams(search).get('backend');
  if (asked === null) return { choice: 'auto', notice: null };
  const known = BACKEND_CHOICES.find(({ value }) => value === asked.toLowerCase());
  if (known) return { choice: known.value, notice: null };
  const notice = `The address asks for the backend "${asked}", which does not exist: choose from webgl, wasm and cpu. The playground chose by itself.`;
  return { choice: 'auto', notice };
}
