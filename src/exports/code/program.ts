/** How a script or a notebook is put together, whatever it trains. */
import type { CodeSection } from './code-section.ts';
import type { Framework } from './code-of.ts';
import { joinCode } from './data-code.ts';

/** How close its figures come to those of the page. */
export const PROGRAM_NOTES: Readonly<Record<Framework, readonly string[]>> = {
  pytorch: [
    'Rows, wrong labels, first weights, order of the batches, dropout masks and input noise are drawn as',
    'the page draws them. Sums are rounded otherwise, which grows in training: figures agree closely',
    'at first, and later as those of another run of the same settings do.',
  ],
  keras: [
    'Rows, wrong labels, first weights and the order of the batches are drawn as the page draws them.',
    "Dropout masks and input noise are Keras' own: figures agree as those of another run of the same",
    'settings do. Written for Keras 3.',
  ],
};

export const PROGRAM_TITLES: Readonly<Record<Framework, string>> = {
  pytorch: 'PyTorch',
  keras: 'Keras',
};

interface Script {
  /** Lines of its docstring. */
  readonly head: readonly string[];
  readonly imports: string;
  readonly sections: readonly CodeSection[];
  /** What runs. */
  readonly main: string;
}

export function scriptOf({ head, imports, sections, main }: Script): string {
  const body = sections.map(({ title, code }) => `# ---- ${title} ----\n\n${code}`);
  return joinCode(`"""${head.join('\n')}\n"""\n\n${imports}`, ...body, main);
}

interface Notebook {
  /** Lines of markdown. */
  readonly introduction: readonly string[];
  readonly imports: string;
  readonly sections: readonly CodeSection[];
  /** Cells that train and show what came of it. */
  readonly results: readonly string[];
}

/** nbformat 4. */
export function notebookOf({ introduction, imports, sections, results }: Notebook): string {
  const cells = [
    markdown(introduction.join('\n')),
    code(imports),
    ...sections.flatMap((section) => [markdown(`## ${section.title}`), code(section.code)]),
    markdown('## Results'),
    ...results.map(code),
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
