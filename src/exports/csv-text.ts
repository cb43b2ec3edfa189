/** Rows as comma-separated values (RFC 4180): quoted where it is needed, lines ended by CR LF. */
export type CsvValue = string | number | null;

export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => row.map(field).join(',') + '\r\n').join('');
}

function field(value: CsvValue): string {
  if (value === null || (typeof value === 'number' && Number.isNaN(value))) return '';
  const text = String(value);
  // A spreadsheet would run what begins like a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
