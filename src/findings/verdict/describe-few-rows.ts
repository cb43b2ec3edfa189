/** Rule 13: so few validation rows that hardly anything follows from them. */
import { countOf } from '../../base/text/count-of.ts';
import { fewRowsText, hasFewRows } from './few-rows.ts';
import type { Evidence } from './evidence.ts';
import type { Statement } from '../statement.ts';

export function describeFewRows({ arms, material, metric }: Evidence): Statement[] {
  const { validationRows, noun } = material;
  if (!hasFewRows(validationRows) || arms.length === 0) return [];
  const text = fewRowsText(validationRows, metric.better === 'highest');
  return [{ lead: `Only ${countOf(validationRows, noun)} to judge by:`, text }];
}
