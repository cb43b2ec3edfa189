/**
 * What a part of a lesson asks, quotes and claims, all of it as functions of what was trained: the page applies them
 * to the student's own run, and tests/effects to runs of many seeds.
 */
import type { Question, HappenedAnswer } from './question.ts';

export interface Evidence<Material> {
  readonly questions: readonly Question<Material>[];
  /** Figures that the text quotes, written out, by the name that the text has for them (`<Fact name="…" />`). */
  readonly facts: (material: Material) => Readonly<Record<string, string>>;
  /**
   * What the text explains, by the name that it has for it (`<Claim name="…">`), and what questions take for granted.
   */
  readonly claims: Readonly<Record<string, LessonClaim<Material>>>;
  /** Absent: a class compares its predictions alone. */
  readonly result?: ClassResult<Material>;
}

/** What a class puts side by side, one seat beside the other (`class/`). */
export interface ClassResult<Material> {
  /** "Validation accuracy at the end" */
  readonly label: string;
  /** "%", or '' */
  readonly unit: string;
  /** One figure, or two that are compared at each seat; in this unit. */
  readonly figures: (material: Material) => readonly ClassFigure[];
}

export interface ClassFigure {
  /** A word of letters and digits, as it stands in the line that a student copies: "plain". */
  readonly name: string;
  /** NaN: there is none. */
  readonly value: number;
}

export interface LessonClaim<Material> {
  /** A whole sentence, of most runs and without figures: "Validation accuracy peaks early and then falls." */
  readonly says: string;
  readonly holds: (material: Material) => boolean;
  /** Measured: in how many runs it held, with the seeds from 1 to `of`. */
  readonly heldIn: number;
  readonly of: number;
}

/** What came of a run, as the page tells it. */
export interface Outcome {
  readonly facts: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, ToldClaim>>;
  /** By the ids of questions. */
  readonly answers: Readonly<Record<string, HappenedAnswer>>;
  /** For the class; empty: this part has none. */
  readonly figures: readonly ClassFigure[];
}

export interface ToldClaim {
  readonly holds: boolean;
  readonly says: string;
  /** "in 9 of 10 runs with other seeds" */
  readonly usually: string;
}

export function outcomeOf<Material>(evidence: Evidence<Material>, material: Material): Outcome {
  const { questions, facts, claims, result } = evidence;
  return {
    facts: facts(material),
    claims: Object.fromEntries(
      Object.entries(claims).map(([name, { says, holds, heldIn, of }]) => [
        name,
        { holds: holds(material), says, usually: `in ${heldIn} of ${of} runs with other seeds` },
      ]),
    ),
    answers: Object.fromEntries(
      questions.map((question) => [question.id, question.happened(material)]),
    ),
    figures: result?.figures(material) ?? [],
  };
}
