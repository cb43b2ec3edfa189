// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunHistory } from '../../../client/run-history.ts';
import { stageWith } from '../../../presets/stage.ts';
import { appendFixtureEpoch, fixtureArms, fixtureRun } from './run-fixture.ts';
import { accuracyChart } from './accuracy-chart.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { gapChart } from './gap-chart.ts';

const ARMS = fixtureArms(2);
const EQUAL = 'the curves of A and B coincide';

beforeEach(() => giveChartsASize(560));
afterEach(() => {
  vi.restoreAllMocks();
});

/** Of more training rows than are measured at every epoch. */
function sampledRun(): RunHistory {
  const { run } = fixtureRun(2, 0);
  const facts = { trainingRows: 4000, trainingSampleRows: 500 };
  const history = new RunHistory({
    ...run,
    lanes: run.lanes.map((lane) => ({ ...lane, ...facts })),
  });
  for (let epoch = 0; epoch <= 5; epoch++) appendFixtureEpoch(history, epoch);
  return history;
}

describe('the legend of a chart', () => {
  it('says that dropout is off only where an arm has dropout', async () => {
    const { store, figureNamed } = renderCurves([accuracyChart], {
      history: fixtureRun(2, 5),
      arms: ARMS,
    });
    const { figure } = figureNamed('Accuracy');
    await within(figure).findByRole('img');
    expect(figure).toHaveTextContent('training, dropout off, labels as given');
    const plain = stageWith({
      arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 1 } } }],
    });
    act(() => store.setState({ experiment: plain, runExperiment: plain }));
    expect(figure).toHaveTextContent('training, labels as given');
    expect(figure).not.toHaveTextContent('dropout');
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(within(figure).getByRole('table')).toHaveAccessibleName(
      /^Accuracy after each epoch; training: labels as given/,
    );
  });

  it('names the sample that training figures are of, in the gap too', async () => {
    const { figureNamed } = renderCurves([accuracyChart, gapChart], {
      ...{ history: sampledRun(), arms: ARMS, wrongLabels: false },
    });
    const { figure } = figureNamed('Accuracy');
    await within(figure).findByRole('img');
    expect(figure).toHaveTextContent('training, dropout off, sample of 500 of 4,000 rows');
    expect(figureNamed('Gap').figure).toHaveTextContent('training: sample of 500 of 4,000 rows');
  });

  it('says which curves coincide', async () => {
    const history = new RunHistory(fixtureRun(2, 0).run);
    const figures = { validationAccuracy: 0.5, trainingAccuracy: 0.6 };
    for (let epoch = 0; epoch <= 5; epoch++) appendFixtureEpoch(history, epoch, { figures });
    const { figureNamed } = renderCurves([accuracyChart], { history, arms: ARMS });
    const { figure } = figureNamed('Accuracy');
    await within(figure).findByRole('img', { name: /the curves of A and B coincide/ });
    expect(figure).toHaveTextContent(EQUAL);
    act(() => appendFixtureEpoch(history, 6));
    await vi.waitFor(() => expect(figure).not.toHaveTextContent(EQUAL));
  });
});
