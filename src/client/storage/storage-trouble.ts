/** Why this browser keeps nothing at the moment, as far as it can be told. */

export type TroubleKind =
  /** The browser has no storage, or does not give it to this page. */
  | 'forbidden'
  /** A newer version of the page has kept things here in another form. */
  | 'newer'
  /** An older version of the page is open in another tab, and does not let go. */
  | 'blocked'
  /** There is no room left. */
  | 'full'
  /** Anything else. */
  | 'broken';

export class StorageTrouble extends Error {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, cause?: unknown) {
    super(SENTENCES[kind], { cause });
    this.kind = kind;
  }
}

const SENTENCES: Readonly<Record<TroubleKind, string>> = {
  forbidden: 'This browser does not let the page keep anything, as in a private window.',
  newer:
    'A newer version of this page has kept things in this browser that this one cannot read. Reload the page to get it.',
  blocked:
    'An older version of this page is open in another tab and holds what is kept. Close that tab or reload it.',
  full: 'This browser has no room left for what the page wants to keep.',
  broken: 'This browser could not read or write what it keeps for the page.',
};

/** As a trouble with a kind, whatever the browser has thrown. */
export function troubleOf(error: unknown): StorageTrouble {
  return error instanceof StorageTrouble ? error : new StorageTrouble(kindOf(error), error);
}

/** By name: of these errors some are DOMExceptions in one browser and classes of their own in another. */
function kindOf(error: unknown): TroubleKind {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return 'full';
    case 'VersionError':
      return 'newer';
    case 'SecurityError':
    case 'NotAllowedError':
    case 'InvalidStateError': // No connection can be had at all: Firefox in a private window, of old.
    case 'ReferenceError': // There is no `indexedDB`.
    case 'TypeError':
      return 'forbidden';
    default:
      return 'broken';
  }
}

export function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
