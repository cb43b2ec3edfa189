/** A piece of a script: a cell of a notebook. */
export interface CodeSection {
  /** A comment line, or a heading. */
  readonly title: string;
  readonly code: string;
}
