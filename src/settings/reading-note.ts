/** "1.000" is one for some and a thousand for others: how a field has read it. */
import { groupThousands, parseNumber } from './number-text.ts';
import { checkValue, formatNumber } from './settings.ts';
import type { NumberSetting } from './settings.ts';

const EITHER = /^[-+−]?[1-9]\d{0,2}[.,]\d{3}\s*%?$/;

/** "Read as 1,000, not as 1."; null where the text can mean only one value of the setting. */
export function readingNote(text: string, setting: NumberSetting): string | null {
  const typed = text.trim();
  if (!EITHER.test(typed)) return null;
  const read = parseNumber(typed, setting);
  const readings = [
    parseNumber(typed.replace(/[.,]/, ''), setting),
    parseNumber(`${typed.replace(',', '.').replace('%', '')}0${setting.unit ?? ''}`, {
      ...setting,
      integer: false,
    }),
  ];
  const other = readings.find((each) => each !== read);
  if (other === undefined || checkValue(setting, other) !== null) return null;
  const written = (value: number) => groupThousands(formatNumber(value, setting.unit));
  return `Read as ${written(read)}, not as ${written(other)}.`;
}
