/** Code as a file that is saved. */
import { fileName } from '../file-name.ts';
import type { FileSubject } from '../file-name.ts';
import type { Framework } from './code-of.ts';

/** A script for a framework, or a notebook. */
export type CodeKind = Framework | 'notebook';

export type CodeFile = [name: string, type: string, text: string];

export function codeFileOf(subject: FileSubject, kind: CodeKind, text: string): CodeFile {
  return kind === 'notebook'
    ? [fileName(subject, null, 'ipynb'), 'application/x-ipynb+json', text]
    : [fileName(subject, kind, 'py'), 'text/x-python', text];
}
