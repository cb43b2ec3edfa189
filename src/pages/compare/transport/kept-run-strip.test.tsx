// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { APP_VERSION } from '../../../base/app-version.ts';
import type { RecordOrigin, RunRecord } from '../../../client/run-record.ts';
import type { BackendReport } from '../../../protocol/messages.ts';
import { recordOnShow } from '../../../store/compare/record-on-show.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { MicroscopeChoice } from '../microscope/microscope.tsx';
import { TestSet } from '../test-set/test-set.tsx';
import { KeptRunStrip } from './kept-run-strip.tsx';
import { keptRunText } from './kept-run-text.ts';

/** The run on screen, as if it had been kept. */
function openKept(made: Partial<RecordOrigin> = {}, changes: RunRecord['changes'] = []) {
  const opened = openPlayground();
  const record = recordOnShow(opened.state());
  if (!record) throw new Error('There is no run.');
  const origin = { ...record.made, at: '2026-11-29T12:00:00.000Z', app: APP_VERSION, ...made };
  act(() => opened.state().showRecord({ ...record, changes, made: origin }, 'Tuesday'));
  return opened;
}

describe('a kept run on screen', () => {
  it('is said to be one, and leads back', async () => {
    const { store, state } = openKept();
    render(
      <Surrounded store={store}>
        <KeptRunStrip />
        <MicroscopeChoice />
        <TestSet />
      </Surrounded>,
    );
    expect(screen.getByText(/^A kept run “Tuesday”, made on 29 November 2026/)).toBeVisible();
    expect(screen.getByText(/no networks to look into/)).toBeVisible();
    expect(screen.queryByRole('group', { name: 'Look at' })).toBeNull();
    expect(screen.getByText(/no networks to open it with/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /test set/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Back to the run before' }));
    expect(state().keptRun).toBeNull();
    expect(screen.queryByText(/A kept run/)).toBeNull();
    expect(screen.getByRole('group', { name: 'Look at' })).toBeVisible();
  });
});

describe('what a replay comes to', () => {
  const wasm: BackendReport = { name: 'wasm', renderer: null, reason: '', hardware: true };
  const webgl = (renderer: string): BackendReport => ({ ...wasm, name: 'webgl', renderer });
  it.each<[string, Partial<RecordOrigin>, BackendReport | null]>([
    ['Trained again here, it gives the same figures, bit for bit.', { backend: wasm }, wasm],
    ['bit for bit.', { backend: { name: 'wasm', renderer: 'Mali' } }, wasm],
    ['trained on WebGL (Mali)', { backend: webgl('Mali') }, null],
    ['This page trains on WASM: trained again, its figures', { backend: webgl('Mali') }, wasm],
    ['This page trains on WebGL (Arc)', { backend: webgl('Mali') }, webgl('Arc')],
    ['It does not say on which backend', { backend: null }, wasm],
    ['the run may come out differently.', { backend: wasm, app: '0.0.1' }, wasm],
  ])('%s', (text, made, now) => {
    const { keptRun } = openKept(made).state();
    expect(keptRun && keptRunText(keptRun, now)).toContain(text);
  });

  it('is another run where settings were changed while it trained', () => {
    const change = { armId: null, setting: 'epochs', from: '5', to: '9', epoch: 3, madeAt: 1 };
    const { keptRun } = openKept({ backend: wasm }, [change]).state();
    expect(keptRun && keptRunText(keptRun, wasm)).toContain('it comes out differently.');
  });
});
