/** A sentence of findings: its claim in bold, then what goes with it. */
export interface Statement {
  readonly lead: string;
  readonly text: string;
}
