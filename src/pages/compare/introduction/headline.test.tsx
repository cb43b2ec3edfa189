// @vitest-environment jsdom
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { wrongLabels } from '../../../presets/wrong-labels.ts';
import { PRESETS } from '../../../presets/registry.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { Headline } from './headline.tsx';
import { Introduction } from './introduction.tsx';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

function open() {
  const opened = openPlayground();
  render(
    <Surrounded store={opened.store}>
      <Headline />
      <Introduction />
    </Surrounded>,
  );
  return { ...opened, user: userEvent.setup({ delay: null }) };
}

const opener = () => screen.getByRole('button', { name: /^Preset: |^Choose a preset/ });
const question = () => screen.getByRole('note', { name: 'Question' });
const answer = () => screen.getByRole('note', { name: 'Answer' });
const introduction = () => screen.getByRole('note', { name: 'What this shows' });

describe('the headline', () => {
  it('names the preset and asks its question before and while it trains, and then answers it', () => {
    const { status, state } = open();
    for (const word of ['ready', 'training'] as const) {
      act(() => status(word));
      expect(opener()).toHaveTextContent('Preset: Digits, 30 % wrong labels');
      expect(question()).toHaveTextContent(wrongLabels.question);
    }
    act(() => status('finished'));
    expect(answer()).toHaveTextContent(wrongLabels.point);
    expect(answer()).toHaveAttribute('title', wrongLabels.question);
    // Looking back, the question is open again.
    act(() => state().lookBack(3));
    expect(question()).toHaveTextContent(wrongLabels.question);
  });

  it('has no answer for a run that is not the preset as it is', () => {
    const opened = open();
    act(() => opened.state().changeSetting('training', 'seed', 7));
    act(() => opened.arriveAnew());
    act(() => opened.status('training'));
    act(() => opened.status('finished'));
    expect(question()).toHaveTextContent(wrongLabels.question);
  });

  it('says that settings were changed, and leads back', async () => {
    const { user, state } = open();
    act(() => state().changeSetting('data', 'wrongLabelShare', 0.1));
    expect(opener()).toHaveTextContent('Preset: Digits, 30 % wrong labels, changed');
    expect(question()).toHaveTextContent(
      'Which network resists the wrong labels, and ends higher on validation?',
    );
    await user.click(screen.getByRole('button', { name: 'Back to the preset' }));
    expect(state().experiment).toEqual(wrongLabels.experiment);
    expect(opener()).toHaveTextContent(/wrong labels▾$/);
    expect(question()).toHaveTextContent(wrongLabels.question);
  });

  it('keeps the question where only the draws are others, and the name where settings come back by hand', () => {
    const { state } = open();
    act(() => state().changeSetting('training', 'seed', 7));
    expect(opener()).toHaveTextContent(/, changed▾$/);
    expect(question()).toHaveTextContent(wrongLabels.question);
    act(() => state().changeSetting('training', 'seed', 42));
    expect(opener()).toHaveTextContent(/wrong labels▾$/);
    // The twist of the opening is a preset, too.
    act(() => state().changeSetting('data', 'wrongLabelShare', 0));
    expect(opener()).toHaveTextContent('Preset: Digits, true labels');
  });

  it('asks of the run whose curves are on screen', () => {
    const { state, status } = open();
    act(() => status('training'));
    act(() => status('finished'));
    act(() => state().changeSetting('data', 'wrongLabelShare', 0.1));
    expect(answer()).toHaveTextContent(wrongLabels.point);
  });

  it('offers all presets, with the panel that shows their point', async () => {
    const { user, state } = open();
    await user.click(opener());
    expect(screen.getByRole('button', { name: /30 % wrong labels.*current/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Circles: ragged/ }));
    expect(state().experiment.data.dataset).toBe('circles');
    expect(state().panelId).toBe('weights');
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(opener());
    expect(screen.getByRole('button', { current: true })).toHaveAccessibleName(/^Circles: ragged/);
  });

  it('asks in the menu, and answers nothing', async () => {
    const { user } = open();
    await user.click(opener());
    const menu = screen.getByRole('dialog', { name: 'Presets' });
    for (const { question: asked, point } of PRESETS) {
      expect(menu).toHaveTextContent(asked);
      expect(menu).not.toHaveTextContent(point);
    }
  });

  it('goes through the presets by arrow keys', async () => {
    const { user } = open();
    await user.click(opener());
    const entries = screen.getByRole('dialog').querySelectorAll<HTMLButtonElement>('[data-entry]');
    act(() => entries[0]?.focus());
    await user.keyboard('{ArrowDown}');
    expect(entries[1]).toHaveFocus();
    await user.keyboard('{End}');
    expect(entries[entries.length - 1]).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowUp}');
    expect(entries[entries.length - 2]).toHaveFocus();
    await user.keyboard('{Home}');
    expect(entries[0]).toHaveFocus();
  });
});

describe('the introduction', () => {
  it('changes with the experiment, and says what to press until it was pressed', () => {
    const { state, status } = open();
    expect(introduction()).toHaveTextContent(
      'Two networks learn the same 400 digits; 30 % of their labels are wrong. B has dropout. Press Train.',
    );
    act(() => state().changeSetting('data', 'trainingExamples', 100));
    expect(introduction()).toHaveTextContent('the same 100 digits; 30 %');
    // Which cannot be trained.
    act(() => state().changeSetting('data', 'trainingExamples', 1500));
    expect(introduction()).toHaveTextContent(
      /^This cannot run: Digits has 1,797 examples; 1,500 for training and 500 for validation are more than that\.$/,
    );
    act(() => state().changeSetting('data', 'trainingExamples', 400));
    act(() => status('training'));
    expect(introduction()).toHaveTextContent(/B has dropout\.$/);
  });
});
