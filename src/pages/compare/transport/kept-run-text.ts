/** What one should know of a kept run: when and where it was made, and how a replay may differ from it. */
import { APP_VERSION } from '../../../base/app-version.ts';
import { keptTable } from '../../../datasets/own/kept-tables.ts';
import type { RunRecord } from '../../../client/run-record.ts';
import { BACKEND_LABELS } from '../../../store/compare/backend-choice.ts';
import type { KeptRun } from '../../../store/compare/run-state.ts';
import type { BackendReport } from '../../../protocol/messages.ts';

/** `backend`: on which this page trains; null: not known yet. */
export function keptRunText({ record, name }: KeptRun, backend: BackendReport | null): string {
  const { made } = record;
  const on = made.backend ? `, trained on ${labelOf(made.backend)}` : '';
  const called = name === null ? '' : ` “${name}”`;
  return `A kept run${called}, made on ${dateText(made.at)}${on}, by version ${made.app}. Nothing was trained now. ${replayText(record, backend)}`;
}

function replayText(
  { made: { backend: then, app }, changes, table }: RunRecord,
  now: BackendReport | null,
): string {
  if (table && !keptTable(table.id))
    return 'It can be trained again once the file of its own table is open.';
  if (changes.length > 0)
    return 'Settings were changed while it trained: trained again from its start, it comes out differently.';
  if (app !== APP_VERSION)
    return `This page is version ${APP_VERSION}: trained again, the run may come out differently.`;
  if (!then)
    return 'It does not say on which backend: trained again, its figures may differ in the last digits.';
  if (!now) return 'Trained again on another backend, its figures may differ in the last digits.';
  // WASM gives the same bits on every device.
  const isSame = then.name === now.name && (now.name === 'wasm' || then.renderer === now.renderer);
  if (isSame) return 'Trained again here, it gives the same figures, bit for bit.';
  return `This page trains on ${labelOf(now)}: trained again, its figures may differ in the last digits.`;
}

function labelOf({ name, renderer }: Pick<BackendReport, 'name' | 'renderer'>): string {
  return name === 'webgl' && renderer !== null
    ? `${BACKEND_LABELS[name]} (${renderer})`
    : BACKEND_LABELS[name];
}

/** "29 November 2026, 12:00", in the user's own time. */
function dateText(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' at ', ', ');
}
