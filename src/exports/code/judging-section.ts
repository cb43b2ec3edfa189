/** How a program judges the cells of a sweep: as the page does. */
import type { Sweep } from '../../plans/sweep.ts';
import type { CodeSection } from './code-section.ts';
import { joinCode } from './data-code.ts';
import judgingCode from './python/judging.py?raw';
import { pythonLiteral } from './python-literal.ts';

const FIGURES = {
  accuracy: 'validation_accuracy',
  loss: 'validation_loss',
  rSquared: 'r_squared',
} as const;

export function judgingSection({ judging }: Sweep): CodeSection {
  const judged = `METRIC = ${pythonLiteral(FIGURES[judging.metric])}\nJUDGED_AT = ${pythonLiteral(judging.at)}`;
  return { title: 'How cells are judged', code: joinCode(judged, judgingCode) };
}
