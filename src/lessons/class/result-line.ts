/**
 * What a student copies for the teacher after a part of a lesson, and how it is read back:
 * "RP1 learning-by-heart.by-heart v0.1.0 s7 end=76.2 p=falls h=falls-far ~k3f9z" has the version of this form, lesson
 * and part, the version of the page, the seat, figures, what was predicted, what happened, and a check sum.
 */
import { checkLetters } from '../../base/text/check-letters.ts';
import type { ClassFigure } from '../lesson/evidence.ts';
import type { AnswerValue, SketchForm } from '../lesson/question.ts';
import { FIRST_SEAT, LAST_SEAT, readSeat } from '../session/seat.ts';

export interface ResultLine {
  readonly lesson: string;
  readonly part: string;
  /** Of the page. */
  readonly version: string;
  readonly seat: number;
  readonly figures: readonly ClassFigure[];
  /** One for each question, in their order: id of an option, a number, or the values of a sketch, "80-85-95-80-10". */
  readonly predicted: readonly string[];
  readonly happened: readonly string[];
}

/** In place of a figure that is none. */
const NOTHING = 'none';
const MARK = 'RP';
const FORM = '1';

export function formatResultLine(line: ResultLine): string {
  const { lesson, part, version, seat, figures, predicted, happened } = line;
  const words = [
    ...[`${MARK}${FORM}`, `${lesson}.${part}`, `v${version}`, `s${seat}`],
    ...figures.map(({ name, value }) => `${name}=${figureText(value)}`),
    ...(predicted.length === 0 ? [] : [`p=${predicted.join('/')}`, `h=${happened.join('/')}`]),
  ].join(' ');
  return `${words} ~${checkLetters(words)}`;
}

/** As many digits as a class compares. */
export function figureText(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : NOTHING;
}

export function answerWord(answer: AnswerValue | undefined): string {
  if (answer === undefined) return NOTHING;
  if (typeof answer !== 'object') return String(answer);
  return answer.every(Number.isFinite) ? answer.map(figureText).join('-') : NOTHING;
}

/** The values of a sketch, as its word has them; null: they are not as many as its places. */
export function sketchValuesOf(word: string, { places }: Pick<SketchForm, 'places'>) {
  // What follows a figure separates; what follows nothing, or the e of a power, is its sign.
  const values = word.split(/(?<=\d)-/).map(Number);
  return values.length === places.length && values.every(Number.isFinite) ? values : null;
}

export type ReadResult =
  | { readonly kind: 'result'; readonly result: ResultLine }
  /** `why`: what is wrong with it and where, the rest of a sentence after "line 3:". */
  | { readonly kind: 'refused'; readonly why: string };

/** `text`: one line as it was pasted; a name, a time of day or a bracket around the result is passed over. */
export function readResultLine(text: string): ReadResult {
  const plain = asWritten(text);
  const start = plain.search(/\bRP\d/);
  if (start < 0) return refused(`there is no “${MARK}${FORM}” in it, with which a result begins`);
  const words = plain.slice(start).split(' ');
  const end = words.findIndex((word) => word.startsWith('~'));
  const [mark = '', ...rest] = end < 0 ? words : words.slice(0, end);
  if (mark !== `${MARK}${FORM}`)
    return refused(
      `it begins with ${quoted(mark)}, which this version of the page cannot read; it reads ${MARK}${FORM}`,
    );
  if (end < 0) return refused('its end is missing, “~” and five letters or digits');
  const read = readWords(rest);
  if (read.kind === 'refused') return read;
  const check = words[end]?.slice(1) ?? '';
  // A full stop or a bracket may follow it.
  const wanted = checkLetters([mark, ...rest].join(' '));
  if (!new RegExp(`^${wanted}(?![a-z0-9])`).test(check))
    return refused(
      `its end, ${quoted(`~${check}`)}, does not fit what stands before it: something was changed or lost between ${quoted(mark)} and there`,
    );
  return read;
}

/** With plain spaces and the decimal sign of the page. */
function asWritten(text: string): string {
  return text
    .replaceAll(/[\s\u200b-\u200f\u2060\ufeff]+/g, ' ')
    .replaceAll(/(\d),(?=\d)/g, '$1.')
    .replaceAll(/[−–](?=\d)/g, '-');
}

function readWords(words: readonly string[]): ReadResult {
  const [where = '', version = '', seat = '', ...rest] = words;
  const [, lesson, part] = /^([a-z0-9-]+)\.([a-z0-9-]+)$/.exec(where) ?? [];
  if (lesson === undefined || part === undefined)
    return wrong(2, where, 'a lesson and its part, as “learning-by-heart.by-heart”');
  if (!/^v\d+(\.\d+)*$/.test(version)) return wrong(3, version, 'a version, as “v0.1.0”');
  const number = seat.startsWith('s') ? readSeat(seat.slice(1)) : null;
  if (number === null)
    return wrong(
      4,
      seat,
      `a seat, as “s7”,
 from ${FIRST_SEAT} to ${LAST_SEAT}`,
    );
  const figures: ClassFigure[] = [];
  const answers: Record<'p' | 'h', readonly string[]> = { p: [], h: [] };
  for (const [index, word] of rest.entries()) {
    const [, name = '', value = ''] = /^([a-zA-Z][a-zA-Z0-9]*)=(.+)$/.exec(word) ?? [];
    if (name === '')
      return wrong(5 + index, word, 'a figure or an answer, as “end=76.2” or “p=falls”');
    if (name === 'p' || name === 'h') {
      if (answers[name].length > 0) return refused(`${quoted(`${name}=`)} stands in it twice`);
      const given = value.split('/');
      if (!given.every((one) => /^-?[\w.-]+$/.test(one)))
        return wrong(5 + index, word, 'a row of answers');
      answers[name] = given;
    } else {
      if (value !== NOTHING && !/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value))
        return wrong(5 + index, word, 'a figure');
      if (figures.some((one) => one.name === name))
        return refused(`the figure ${quoted(name)} stands in it twice`);
      figures.push({ name, value: value === NOTHING ? NaN : Number(value) });
    }
  }
  const { p: predicted, h: happened } = answers;
  if (predicted.length !== happened.length)
    return refused(
      `it has ${predicted.length} predictions after “p=” and ${happened.length} answers after “h=”`,
    );
  return {
    kind: 'result',
    result: { lesson, part, version: version.slice(1), seat: number, figures, predicted, happened },
  };
}

function wrong(place: number, word: string, wanted: string): ReadResult {
  return refused(
    word === ''
      ? `it ends before its word ${place}, which should be ${wanted}`
      : `its word ${place}, ${quoted(word)}, is not ${wanted}`,
  );
}

function refused(why: string): ReadResult {
  return { kind: 'refused', why };
}

const LONGEST_QUOTED = 40;

function quoted(word: string): string {
  return `“${word.length > LONGEST_QUOTED ? `${word.slice(0, LONGEST_QUOTED)}…` : word}”`;
}
