/** An experiment as a Jupyter notebook (nbformat 4) that trains with PyTorch and draws the curves. */
import { APP_VERSION } from '../../base/app-version.ts';
import { codeOf } from './code-of.ts';
import { planOfComparison } from './code-plan.ts';
import { PROGRAM_NOTES } from './experiment-script.ts';
import type { CodeRequest } from './experiment-script.ts';
import curvesCode from './python/curves.py?raw';

type NotebookRequest = Omit<CodeRequest, 'framework'>;

export function experimentNotebook({ experiment, arms, siteAddress }: NotebookRequest): string {
  const framework = 'pytorch';
  const plan = planOfComparison(experiment, arms);
  const { imports, sections } = codeOf(plan, framework, siteAddress, [
    'import matplotlib.pyplot as plt',
  ]);
  const introduction = [
    '# A comparison of networks',
    '',
    `Made by Regularization Playground ${APP_VERSION}.`,
    ...PROGRAM_NOTES[framework],
    '',
    'What was changed while a run of the page trained is not in it.',
  ].join('\n');
  const cells = [
    markdown(introduction),
    code(imports),
    ...sections.flatMap((section) => [markdown(`## ${section.title}`), code(section.code)]),
    markdown('## Results'),
    code(
      'results = [run_lane(lane) for lane in lanes_of(ARMS)]\nfor result in results:\n    report(result)',
    ),
    code(curvesCode),
  ];
  const notebook = {
    cells: cells.map((cell, index) => ({ id: `cell-${index + 1}`, ...cell })),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function markdown(text: string) {
  return { cell_type: 'markdown', metadata: {}, source: linesOf(text) };
}

function code(text: string) {
  return {
    cell_type: 'code',
    execution_count: null,
    metadata: {},
    outputs: [],
    source: linesOf(text.trim()),
  };
}

/** Each line with its end but the last. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\n` : line));
}
