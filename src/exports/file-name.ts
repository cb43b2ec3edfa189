/**
 * The names of all files that users take away: the page, its data, what part of it, and of what kind.
 * "compare-digits-arm-b-pytorch.py", "sweep-wine.csv"
 */
import { slug } from '../base/text/slug.ts';
import { keptTable } from '../datasets/own/kept-tables.ts';

export interface FileSubject {
  readonly page: 'compare' | 'sweep' | 'bias-variance';
  /** Id of a data set; absent: of none, as in some laboratories. */
  readonly dataset?: string;
  /** Of Compare: an arm alone. */
  readonly armId?: string | null;
}

/** `part`: in words, where the subject has more than one file of a kind. */
export function fileName(subject: FileSubject, part: string | null, extension: string): string {
  return `${fileStem(subject, part)}.${extension}`;
}

/** Without its ending. */
export function fileStem({ page, dataset, armId }: FileSubject, part: string | null): string {
  const data = dataset === undefined ? null : nameOfData(dataset);
  const arm = typeof armId === 'string' ? `arm ${armId}` : null;
  const parts = [page, data, arm, part].map((text) => slug(text ?? ''));
  return parts.filter((text) => text !== '').join('-');
}

/** An own table is known by its file: "titanic" of "Titanic.csv". */
function nameOfData(id: string): string {
  const fileName = keptTable(id)?.table.fileName.replace(/\.[^.]*$/, '');
  return slug(fileName ?? '') === '' ? id : (fileName ?? id);
}
