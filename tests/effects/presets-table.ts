/** The table of docs/presets.md: what is claimed, of which preset, and by which margins it is held. */
import { BIAS_VARIANCE_PRESETS } from '../../src/presets/bias-variance/registry.ts';
import { PRESETS } from '../../src/presets/registry.ts';
import { SWEEP_PRESETS } from '../../src/presets/sweep/registry.ts';
import { SEEDS, describeMargin } from './claim.ts';
import type { Claim, Margin } from './claim.ts';
import { CLAIMS } from './claims/all-claims.ts';

interface PagePreset {
  readonly id: string;
  readonly point: string;
  /** The number that the preset itself names; presets of Compare name none. */
  readonly claim?: string;
}

const PAGES: readonly (readonly [page: string, presets: readonly PagePreset[]])[] = [
  ['Compare', PRESETS],
  ['Sweep', SWEEP_PRESETS],
  ['Bias–variance', BIAS_VARIANCE_PRESETS],
];

/** The lines of the table below its heading: presets in the order of their menus, then claims of none. */
export function presetsTable(): string[] {
  const ofPresets = PAGES.flatMap(([page, presets]) =>
    presets.flatMap((preset) => {
      const claims = CLAIMS.filter((claim) => claim.preset === preset);
      if (claims.length === 0) return [row(preset.claim ?? '–', page, preset.id, preset.point)];
      return claims.map((claim) => rowOf(claim, page, preset.id));
    }),
  );
  const ofNone = CLAIMS.filter(({ preset }) => preset === null);
  return [...ofPresets, ...ofNone.map((claim) => rowOf(claim, '–', '–'))];
}

function rowOf(claim: Claim, page: string, preset: string): string {
  const { id, says, margins, seeds = SEEDS } = claim;
  return row(id, page, preset, says, margins.map(marginText).join('; '), seeds.length);
}

function row(
  number: string,
  page: string,
  preset: string,
  says: string,
  margins = 'not yet held',
  seeds?: number,
): string {
  const cells = [number, page, preset, says.replace(/\.$/, ''), margins, seeds ?? '–'];
  return `| ${cells.join(' | ')} |`;
}

function marginText(margin: Margin): string {
  return `${margin.figure}: ${describeMargin(margin).replaceAll('-', '−')}`;
}
