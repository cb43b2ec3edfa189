/** Figures as the page writes them. */

/** Where there is no figure. */
export const NONE = '–';

/** 0.885 → "88.5 %" */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : NONE;
}

export function decimals(digits: number): (value: number) => string {
  return (value) => {
    if (!Number.isFinite(value)) return NONE;
    // A diverging loss may have thirty digits.
    return Math.abs(value) < 10_000 ? value.toFixed(digits) : value.toExponential(1);
  };
}

/** Where a run stands: "12", and within an epoch "12.4". */
export function epochText(epoch: number): string {
  return String(Number(epoch.toFixed(1)));
}

/** "1,300" */
export function count(value: number): string {
  return Number.isFinite(value) ? Math.round(value).toLocaleString('en-US') : NONE;
}
