/** Class results: the lines of a class, pasted, as one picture. Nothing is sent anywhere. */
import { useId, useMemo, useState } from 'react';
import { APP_VERSION } from '../../base/app-version.ts';
import { countOf } from '../../base/text/count-of.ts';
import { describeClass } from '../../findings/class/describe-class.ts';
import { Button } from '../../ui/controls/button.tsx';
import { LESSON_BUTTON_ID } from '../page/lesson-button-id.ts';
import { AnswerCounts } from './answer-counts.tsx';
import { countAnswers, figuresOf } from './class-figures.ts';
import { countLines, partsOf, readLines } from './class-lines.ts';
import type { LineNote, PartCount, PastedLines } from './class-lines.ts';
import { usePastedText } from './pasted-text.ts';
import { formatResultLine } from './result-line.ts';
import { SeatChart } from './seat-chart.tsx';
import styles from './class.module.css';

export function ClassPage() {
  const [text, paste] = usePastedText();
  const pasted = useMemo(() => readLines(text), [text]);
  const parts = useMemo(() => partsOf(pasted.lines), [pasted]);
  const [chosen, choose] = useState<string | null>(null);
  const shown = parts.find(({ key }) => key === chosen) ?? parts[0];
  const counted = useMemo(() => (shown ? countLines(pasted.lines, shown) : null), [pasted, shown]);
  return (
    <main className={styles.page}>
      <p className={`${styles.where ?? ''} not-presented not-printed`}>
        <a href="#/lessons">All lessons</a>
        <a href="#/lessons/teachers">For teachers</a>
      </p>
      <h1 id={LESSON_BUTTON_ID} tabIndex={-1}>
        Class results
      </h1>
      <ClassVoice text={text} seats={counted?.results.length ?? 0} />
      <div className={styles.columns}>
        <PasteField text={text} paste={paste} />
        {shown && counted ? (
          <Results key={shown.key} {...{ pasted, counted, parts, shown, choose }} />
        ) : (
          <Empty notes={pasted.notes} />
        )}
      </div>
    </main>
  );
}

interface ClassVoiceProps {
  readonly text: string;
  readonly seats: number;
}

/** On the page before anything is pasted: what comes with its text is often not read. */
function ClassVoice({ text, seats }: ClassVoiceProps) {
  const counted = seats === 0 ? 'No line counts.' : `Seats counted: ${seats}.`;
  return (
    <p role="status" className="visually-hidden">
      {text === '' ? '' : counted}
    </p>
  );
}

interface PasteFieldProps {
  readonly text: string;
  readonly paste: (text: string) => void;
}

function PasteField({ text, paste }: PasteFieldProps) {
  const id = useId();
  return (
    <section className={`${styles.paste ?? ''} not-presented not-printed`} aria-label="Lines">
      <label htmlFor={id}>Paste the lines of your class here, one under the other</label>
      <textarea
        id={id}
        value={text}
        rows={12}
        spellCheck={false}
        aria-describedby={`${id} note`}
        onChange={(event) => paste(event.target.value)}
      />
      <p id={`${id} note`} className={styles.note}>
        They stay on this computer: nothing is sent anywhere, and they go when you close this tab.
      </p>
      {text !== '' && <Button onClick={() => paste('')}>Remove all lines</Button>}
    </section>
  );
}

function Empty({ notes }: { readonly notes: readonly LineNote[] }) {
  const example = formatResultLine({
    ...{ lesson: 'learning-by-heart', part: 'by-heart', version: APP_VERSION, seat: 7 },
    figures: [{ name: 'end', value: 76.2 }],
    ...{ predicted: ['falls'], happened: ['falls-far'] },
  });
  return (
    <div className={styles.results}>
      <section className={styles.card}>
        <h2>How to get a line</h2>
        <ol className={styles.how}>
          <li>Give each laptop a number, from 1 up: its seat.</li>
          <li>
            Everybody opens the same lesson and sets “Seat in class” at its top. The seat is the
            seed of the run, so every seat trains a network of its own.
          </li>
          <li>
            After the run and its explanation each laptop shows “Your line for the class”. Everybody
            copies it into a chat or a shared document.
          </li>
          <li>You copy all of them and paste them here.</li>
        </ol>
        <p>A line looks like this:</p>
        <code className={styles.example}>{example}</code>
      </section>
      <Notes notes={notes} />
    </div>
  );
}

interface ResultsProps {
  readonly pasted: PastedLines;
  readonly counted: ReturnType<typeof countLines>;
  readonly parts: readonly PartCount[];
  readonly shown: PartCount;
  readonly choose: (key: string) => void;
}

function Results({ pasted, counted, parts, shown, choose }: ResultsProps) {
  const id = useId();
  const { part, lesson } = shown;
  const { results, notes } = counted;
  const seated = useMemo(() => figuresOf(part, results), [part, results]);
  const answers = useMemo(() => countAnswers(part, results), [part, results]);
  const { figures } = seated;
  const allNotes = [...pasted.notes, ...notes, ...seated.notes].sort((a, b) => a.line - b.line);
  return (
    <div className={styles.results}>
      {parts.length > 1 && (
        <p className="not-printed not-presented">
          <label htmlFor={id}>Show the lines of </label>
          <select id={id} value={shown.key} onChange={(event) => choose(event.target.value)}>
            {parts.map((one) => (
              <option key={one.key} value={one.key}>
                {`${one.lesson.title}: ${one.part.title} (${countOf(one.count, 'lines')})`}
              </option>
            ))}
          </select>
        </p>
      )}
      <h2>{`${lesson.title}: ${part.title}`}</h2>
      <p>
        {`${countOf(results.length, 'seats')} ${results.length === 1 ? 'is' : 'are'} counted${allNotes.length === 0 ? '' : `, and there is a word on ${countOf(allNotes.length, 'lines')}`}.`}
      </p>
      {figures && figures.seats.length > 0 && (
        <>
          <div className={styles.chart}>
            <SeatChart figures={figures} />
          </div>
          <section className={styles.card} aria-label="What the class found">
            {describeClass(figures).map(({ lead, text }) => (
              <p key={lead}>
                <strong>{lead}</strong> <span>{text}</span>
              </p>
            ))}
          </section>
        </>
      )}
      {answers.map((counts) => (
        <AnswerCounts key={counts.question.id} {...counts} />
      ))}
      <Notes notes={allNotes} />
    </div>
  );
}

function Notes({ notes }: { readonly notes: readonly LineNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section
      className={`${styles.card ?? ''} not-presented`}
      aria-label="Lines with a word on them"
    >
      <h2>A word on some lines</h2>
      <ul>
        {notes.map(({ line, says }, index) => (
          <li key={index}>
            <strong>{`Line ${line}:`}</strong> <span>{says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
