/** Code as a file that is saved. */
import type { Framework } from './code-of.ts';

/** A script for a framework, or a notebook. */
export type CodeKind = Framework | 'notebook';

export type CodeFile = [name: string, type: string, text: string];

/** `stem`: of its name, which says what is trained. */
export function codeFileOf(stem: string, kind: CodeKind, text: string): CodeFile {
  return kind === 'notebook'
    ? [`${stem}.ipynb`, 'application/x-ipynb+json', text]
    : [`${stem}-${kind}.py`, 'text/x-python', text];
}
