import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOfBiasVariance } from '../plans/bias-variance-form.ts';
import { formOfSweep } from '../plans/sweep-form.ts';
import { BIAS_VARIANCE_PRESETS } from '../presets/bias-variance/registry.ts';
import { PRESETS } from '../presets/registry.ts';
import { SWEEP_PRESETS } from '../presets/sweep/registry.ts';
import { differenceFrom, withDifference } from './difference.ts';
import { presetAddress, readAddress } from './link-address.ts';
import { hiddenIn, hiding } from './hidden-controls.ts';
import { LONGEST_LINK, linkOf, openLink } from './shared-state.ts';
import type { SharedState } from './shared-state.ts';

const STATES: readonly SharedState[] = [
  ...PRESETS.map(({ experiment }) => ({ page: 'compare' as const, experiment })),
  ...SWEEP_PRESETS.map(({ sweep, title }) => ({
    ...{ page: 'sweep' as const, form: formOfSweep(sweep, title) },
  })),
  ...BIAS_VARIANCE_PRESETS.map(({ plan, title }) => ({
    ...{ page: 'bias-variance' as const, form: formOfBiasVariance(plan, title) },
  })),
];
const [FIRST] = STATES;
if (!FIRST) throw new Error('There are presets.');

const withPoints = (count: number): SharedState => {
  const circles = PRESETS.find(({ experiment }) => experiment.data.dataset === 'circles');
  if (!circles) throw new Error('There is a preset on circles.');
  const rounded = (value: number) => Math.round(1000 * value) / 1000;
  const ownPoints = Array.from(
    { length: count },
    (_, i) => [rounded(Math.cos(i)), rounded(Math.sin(i)), i % 2] as const,
  );
  const { data } = circles.experiment;
  return {
    page: 'compare',
    experiment: { ...circles.experiment, data: { ...data, ownPoints } },
  };
};

describe('a link', () => {
  it.each(STATES)('holds all of the settings: $page', async (state) => {
    const { address } = await linkOf(state);
    expect(address.length).toBeLessThan(LONGEST_LINK - 200);
    expect(await openLink(address)).toEqual({ kind: 'state', state });
  });

  it('of a preset is short', () => {
    for (const { id } of [...PRESETS, ...SWEEP_PRESETS, ...BIAS_VARIANCE_PRESETS])
      expect(presetAddress('bias-variance', id).length).toBeLessThan(100);
  });

  it('holds up to 100 own points, and says that it leaves more of them out', async () => {
    const some = await linkOf(withPoints(100));
    expect(some.address.length).toBeLessThan(LONGEST_LINK);
    expect(await openLink(some.address)).toEqual({ kind: 'state', state: withPoints(100) });
    const more = await linkOf(withPoints(101));
    expect(more.leftOut).toEqual([expect.stringContaining('101 own points are not in it')]);
    expect((await openLink(more.address)).kind).toBe('state');
  });

  it('made by the first version is read for ever', async () => {
    expect((await openLink(FIRST_LINK)).kind).toBe('state');
    expect(await openLink(FIRST_LINK)).toEqual({ kind: 'state', state: FIRST });
  });
});

/** Never made anew: whoever has it expects what it held. */
const FIRST_LINK =
  '#/?s=1.fco7CoAwEEXRvbw6iAg20-kSbMUikCCB_JgkjWH2LkJqu3vhdGgOBXR2OAPCBoWogwXF5r0C27t5ze6xXEBdRA24_0MYTjm1-iXrakHztCq4mFs9xi8icskL.y12nd';

describe('a link that a messenger has handled', () => {
  it.each([
    { how: 'brackets around it', handle: (link: string) => `${link}>)` },
    { how: 'a full stop behind it', handle: (link: string) => `${link}.` },
    {
      how: 'line ends within it',
      handle: (link: string) => link.replace(/(.{40})/g, '$1=\n').replaceAll('=\n', '\n'),
    },
    { how: 'percent codes', handle: (link: string) => `#${encodeURIComponent(link.slice(1))}` },
    {
      how: 'percent codes, twice',
      handle: (link: string) => `#${encodeURIComponent(encodeURIComponent(link.slice(1)))}`,
    },
  ])('$how: gives the same settings', async ({ handle }) => {
    const { address } = await linkOf(FIRST);
    expect(await openLink(handle(address))).toEqual({ kind: 'state', state: FIRST });
  });

  it('cut anywhere is damaged, and says so', async () => {
    const { address } = await linkOf(FIRST);
    for (let length = address.indexOf('s=') + 2; length < address.length; length++) {
      const opened = await openLink(address.slice(0, length));
      if (opened.kind !== 'problem') throw new Error(`${length} letters were read.`);
      expect(opened.message).toMatch(/^This link is damaged: .*Nothing was changed\.$/);
    }
  });

  it('with one letter changed is damaged', async () => {
    const { address } = await linkOf(FIRST);
    const start = address.indexOf('1.') + 2;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(address.length - start - 1),
        fc.constantFrom('a', 'Z', '7', '_'),
        async (at, letter) => {
          const changed = address.slice(0, start + at) + letter + address.slice(start + at + 1);
          if (changed === address || address[start + at] === '.') return;
          expect((await openLink(changed)).kind).toBe('problem');
        },
      ),
    );
  });
});

describe('anything else', () => {
  it('is plain, or has a problem, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        for (const hash of [text, `#/?s=${text}`, `#/sweep?s=1.${text}`, `#/?preset=${text}`])
          expect(['none', 'preset', 'problem']).toContain((await openLink(hash)).kind);
      }),
      { numRuns: 300 },
    );
  });

  it('that is well packed but no settings changes nothing and says where', async () => {
    const { addressOf } = await import('./link-address.ts');
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    for (const value of [
      null,
      7,
      'text',
      [],
      { data: 7 },
      { arms: [] },
      JSON.parse(deep) as unknown,
    ]) {
      const opened = await openLink(await addressOf('compare', value).catch(() => '#/?s=1.x.y'));
      expect(['problem', 'state']).toContain(opened.kind);
    }
    const opened = await openLink(await addressOf('compare', { training: { epochs: -1 } }));
    if (opened.kind !== 'problem') throw new Error('It was read.');
    expect(opened.message).toContain('training.epochs');
    const polluted = JSON.parse(
      '{"__proto__":{"polluted":true},"data":{"__proto__":{"polluted":1}}}',
    ) as unknown;
    await openLink(await addressOf('compare', polluted));
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('of another version says so', async () => {
    const { address } = await linkOf(FIRST);
    const read = await readAddress(address.replace('s=1.', 's=9.'));
    if (read.kind !== 'damaged') throw new Error('It was read.');
    expect(read.message).toContain('made by a newer version');
  });
});

it('differences are all that it takes to have the value again', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), fc.object({ maxDepth: 3 }), (base, value) => {
      const plain = JSON.parse(JSON.stringify([base, value])) as [unknown, unknown];
      const hasMark = JSON.stringify(plain).includes('"~"');
      if (hasMark) return;
      expect(withDifference(plain[0], differenceFrom(plain[0], plain[1]))).toEqual(plain[1]);
    }),
  );
});

describe('controls that a link hides', () => {
  it('are in front of the settings, and leave them as they are', async () => {
    const { address } = await linkOf(FIRST);
    const hidden = hiding(address, ['settings', 'arms']);
    expect(hidden).toMatch(/^#\/\?hide=settings\.arms&s=1\./);
    expect(hiddenIn(hidden)).toEqual(['settings', 'arms']);
    expect(await openLink(hidden)).toEqual({ kind: 'state', state: FIRST });
    expect(hiding(address, [])).toBe(address);
    expect(hiddenIn(address)).toEqual([]);
  });

  it('stay with a plain address and with a preset; unknown ones are none', async () => {
    expect(hiding('#/sweep', ['header'])).toBe('#/sweep?hide=header');
    expect((await openLink('#/sweep?hide=header')).kind).toBe('none');
    const preset = hiding(presetAddress('compare', 'P2'), ['steps']);
    expect(await openLink(preset)).toEqual({ kind: 'preset', page: 'compare', id: 'P2' });
    expect(hiddenIn('#/?hide=steps.nothing.constructor')).toEqual(['steps']);
  });
});
