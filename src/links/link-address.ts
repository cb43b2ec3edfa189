/**
 * Addresses that carry settings: "#/sweep?s=1.<packed>.<check>", and "#/sweep?preset=<id>" for a preset as it is.
 * Messengers cut, bracket, break and percent-code addresses: what can be told is read all the same, and what cannot
 * is said to be damaged.
 */
import { CHECK_LENGTH, checkLetters } from '../base/text/check-letters.ts';
import { pack, unpack } from './packed-text.ts';

/** Pages whose settings links hold. */
export type LinkedPage = 'compare' | 'sweep' | 'bias-variance';
/** All pages: what the address of a lesson says is all that it shows. */
export type SitePage = LinkedPage | 'lessons';

const PATHS: Readonly<Record<LinkedPage, string>> = {
  ...{ compare: '#/', sweep: '#/sweep', 'bias-variance': '#/bias-variance' },
};
const PAGES = Object.keys(PATHS) as LinkedPage[];

/** The plain address of a page. */
export function pathOf(page: LinkedPage): string {
  return PATHS[page];
}

/** Of what is packed. Another one is read by another version of the page. */
const VERSION = '1';

/** The part of an address from "#" on. */
export async function addressOf(page: LinkedPage, value: unknown): Promise<string> {
  const packed = await pack(JSON.stringify(value));
  return `${PATHS[page]}?s=${VERSION}.${packed}.${checkLetters(packed)}`;
}

export function presetAddress(page: LinkedPage, id: string): string {
  return `${PATHS[page]}?preset=${encodeURIComponent(id)}`;
}

export type ReadAddress =
  | { readonly kind: 'plain' }
  | { readonly kind: 'preset'; readonly page: LinkedPage; readonly id: string }
  | { readonly kind: 'settings'; readonly page: LinkedPage; readonly value: unknown }
  | { readonly kind: 'damaged'; readonly page: LinkedPage; readonly message: string };

/** `hash`: of the address, as it came. Plain: it carries nothing. */
export async function readAddress(hash: string): Promise<ReadAddress> {
  const text = undoCoding(hash);
  const start = text.indexOf('?');
  if (start < 0) return { kind: 'plain' };
  const page = pageOf(text.slice(0, start));
  const query = text.slice(start + 1);
  const preset = /(?:^|&)preset=([\w-]+)/.exec(query)?.[1];
  if (preset !== undefined) return { kind: 'preset', page, id: preset };
  const settings = /(?:^|&)s=(.*)$/s.exec(query)?.[1];
  if (settings === undefined) return { kind: 'plain' };
  return readSettings(page, settings);
}

async function readSettings(page: LinkedPage, text: string): Promise<ReadAddress> {
  // Line ends, brackets and full stops that were set around it or within it are none of its own.
  const letters = text.replaceAll(/[^\w.-]/g, '');
  const [version = '', packed = '', check = ''] = letters.split('.');
  const damaged = (why: string): ReadAddress => ({
    ...{ kind: 'damaged', page },
    message: `This link is damaged: ${why}. Ask for it again, or have it sent as a file. Nothing was changed.`,
  });
  if (/^[2-9]$/.test(version))
    return {
      ...{ kind: 'damaged', page },
      message:
        'This link was made by a newer version of this page. Reload the page, or open the link where it was made. Nothing was changed.',
    };
  if (version !== VERSION) return damaged(version === '' ? 'it is empty' : 'its beginning is lost');
  if (check === '') return damaged('its end is missing');
  if (check.slice(0, CHECK_LENGTH) !== checkLetters(packed))
    return damaged('letters of it were lost or changed on the way');
  try {
    return { kind: 'settings', page, value: JSON.parse(await unpack(packed)) as unknown };
  } catch {
    return damaged('what it holds cannot be read');
  }
}

/** As often as it was coded: a link within a link is coded twice. */
function undoCoding(hash: string): string {
  let text = hash;
  for (let times = 0; times < 3 && /%[0-9a-f]{2}/i.test(text); times++)
    try {
      text = decodeURIComponent(text);
    } catch {
      return text.replaceAll(/%(?![0-9a-f]{2})/gi, '');
    }
  return text;
}

function pageOf(path: string): LinkedPage {
  const plain = path.replaceAll(/\s/g, '').replace(/\/+$/, '');
  return PAGES.find((page) => PATHS[page].replace(/\/+$/, '') === plain) ?? 'compare';
}
