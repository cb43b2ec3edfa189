import { describe, expect, it } from 'vitest';
import { stageWith } from '../../presets/stage.ts';
import { lane, NONE_WRONG, reaching, verdict } from './verdict-fixture.ts';

const DROPOUT = { dropout: { rate: 0.5, inputRate: 0 } };

interface Ends {
  /** Of the plain arm; the other validates alike. */
  readonly training?: number;
  readonly validation?: number;
  readonly wrongLabelShare?: number;
  readonly plain?: object;
}

function said({ training = 0.99, validation = 0.975, wrongLabelShare = 0, plain = {} }: Ends) {
  const curves = {
    trainingAccuracy: reaching(training),
    validationAccuracy: reaching(validation),
    validationLoss: reaching(0.1),
  };
  const experiment = stageWith({
    data: { wrongLabelShare },
    arms: [{ regularizers: plain }, { regularizers: DROPOUT }],
  });
  const lanes = [lane('A', curves, 50, NONE_WRONG), lane('B', curves, 50, NONE_WRONG)];
  return verdict(lanes, { experiment }).join(' ');
}

describe('little to prevent', () => {
  it('is told with both shares and their rows', () => {
    expect(said({})).toContain(
      'There is little overfitting to prevent: without any regularizer A gets 99.0 % of 400 training images right, and 97.5 % of 500 validation images.',
    );
  });

  it('says that the charts have a sample, where all rows were measured at the end', () => {
    const curves = {
      trainingAccuracy: reaching(0.99),
      validationAccuracy: reaching(0.975),
      validationLoss: reaching(0.1),
    };
    const facts = { ...NONE_WRONG, trainingRows: 4000, trainingSampleRows: 500 };
    const lanes = (['A', 'B'] as const).map((id) => lane(id, curves, 50, facts));
    const experiment = stageWith({
      data: { wrongLabelShare: 0 },
      arms: [{ regularizers: {} }, { regularizers: DROPOUT }],
    });
    expect(verdict(lanes, { experiment }).join(' ')).not.toContain('The charts');
    for (const one of lanes) one.allTrainingRows = { loss: 0.1, accuracy: 0.985 };
    expect(verdict(lanes, { experiment }).join(' ')).toContain(
      'A gets 98.5 % of 4,000 training images right, and 97.5 % of 500 validation images. The charts have the training accuracy of a sample of 500 of these images.',
    );
  });

  it.each<[string, Ends]>([
    ['validation is well behind', { training: 1, validation: 0.96 }],
    ['the training rows are not learnt', { training: 0.9, validation: 0.9 }],
    ['labels are wrong', { wrongLabelShare: 0.3 }],
    ['no arm is plain', { plain: DROPOUT }],
  ])('is not told where %s', (_, ends) => {
    expect(said(ends)).not.toContain('little overfitting');
  });
});
