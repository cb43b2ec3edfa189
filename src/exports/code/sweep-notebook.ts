/** A sweep as a Jupyter notebook that trains with PyTorch, one network after the other, and draws the grid. */
import { APP_VERSION } from '../../base/app-version.ts';
import type { Sweep } from '../../plans/sweep.ts';
import { axisLabel, axisValueText } from '../../plans/sweep-words.ts';
import { codeOf } from './code-of.ts';
import { planOfSweep } from './code-plan.ts';
import { judgingSection } from './judging-section.ts';
import { notebookOf, PROGRAM_NOTES } from './program.ts';
import sweepPicture from './python/sweep_picture.py?raw';
import { pythonLiteral } from './python-literal.ts';

export function sweepNotebook(sweep: Sweep, siteAddress: string): string {
  const framework = 'pytorch';
  const { imports, sections } = codeOf(planOfSweep(sweep), framework, siteAddress, [
    'import matplotlib.pyplot as plt',
  ]);
  const axes = sweep.axes.map(({ setting, values }) => ({
    label: axisLabel(setting),
    values: values.map((value) => axisValueText(sweep, setting, value)),
  }));
  return notebookOf({
    introduction: [
      '# A sweep',
      '',
      `Made by Regularization Playground ${APP_VERSION}.`,
      ...PROGRAM_NOTES[framework],
      '',
      'A notebook trains one network after the other. The script trains on all cores, or on a cluster by Dask.',
    ],
    imports,
    sections: [...sections, judgingSection(sweep)],
    results: [
      [
        'results = []',
        'for lane in lanes_of(ARMS):',
        '    results.append(run_lane(lane))',
        '    print(in_words(results[-1]))',
      ].join('\n'),
      `AXES = ${pythonLiteral(axes)}\n\n\n${sweepPicture}`,
    ],
  });
}
