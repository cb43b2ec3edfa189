/** The sweep as a script or a notebook. Fetched when one is asked for. */
import { codeFileOf } from '../../../exports/code/code-file.ts';
import type { CodeFile, CodeKind } from '../../../exports/code/code-file.ts';
import { sweepNotebook } from '../../../exports/code/sweep-notebook.ts';
import { sweepScript } from '../../../exports/code/sweep-script.ts';
import type { Sweep } from '../../../plans/sweep.ts';

/** `siteAddress`: where the site's public files lie. */
export function codeFile(kind: CodeKind, sweep: Sweep, siteAddress: string): CodeFile {
  const text =
    kind === 'notebook' ? sweepNotebook(sweep, siteAddress) : sweepScript(sweep, kind, siteAddress);
  return codeFileOf({ page: 'sweep', dataset: sweep.base.data.dataset }, kind, text);
}
