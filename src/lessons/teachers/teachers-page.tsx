/** For teachers: two ready courses, how a class is run, and each lesson's sheets. */
import { KeepOffline } from '../../pages/shared/offline/keep-offline.tsx';
import { LESSONS } from '../course/lessons.ts';
import { LESSON_BUTTON_ID } from '../page/lesson-button-id.ts';
import { COURSES } from './courses.ts';
import type { Course, CourseStep } from './courses.ts';
import styles from './teachers.module.css';

export function TeachersPage() {
  return (
    <main className={styles.page}>
      <p className={`${styles.links ?? ''} not-presented not-printed`}>
        <a href="#/lessons">All lessons</a>
        <a href="#/lessons/class">Class results</a>
      </p>
      <h1 id={LESSON_BUTTON_ID} tabIndex={-1}>
        For teachers
      </h1>
      <section>
        <h2>How a class goes</h2>
        <ol className={styles.how}>
          <li>
            Give each laptop a number, from 1 up. In a lesson everybody sets it at “Seat in class”.
            It becomes the seed of the run, so thirty laptops train thirty networks.
          </li>
          <li>
            Open the lesson on the projector and press “Present”. Everybody reads the question and
            predicts. Ask for reasons before anybody presses “Lock my prediction and run”: the run
            starts with it.
          </li>
          <li>
            The networks train for a few seconds. Then each laptop explains its own run, with its
            own figures. Where a run came out differently from most, the page says so.
          </li>
          <li>
            Below the explanation is “Your line for the class”. Everybody copies it into a chat or a
            shared document.
          </li>
          <li>
            Paste all lines into <a href="#/lessons/class">Class results</a>: a dot for each seat,
            the mean with its interval, and how many predicted what. Nothing is sent anywhere, and
            no account is needed.
          </li>
        </ol>
        <p>
          Without laptops: run the lesson on the projector, count the hands for each answer, and use
          the worksheet.
        </p>
        <p>
          An experiment of your own: set it up on any page, press “Share”, and untick the controls
          that the class does not need, all of a kind or one by one. The link opens it as you left
          it.
        </p>
      </section>
      <section>
        <h2>Without the internet</h2>
        <p>
          Open the playground once on each laptop while it is online. This is what this laptop has:
        </p>
        <KeepOffline />
      </section>
      <section>
        <h2>Two courses</h2>
        <div className={styles.courses}>
          {COURSES.map((course) => (
            <CourseTable key={course.title} course={course} />
          ))}
        </div>
      </section>
      <section>
        <h2>Sheets for each lesson</h2>
        <p>Each prints on one sheet.</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Lesson</th>
              <th scope="col">Minutes</th>
              <th scope="col">For you</th>
              <th scope="col">For the class</th>
            </tr>
          </thead>
          <tbody>
            {LESSONS.map(({ id, title, minutes }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`#/lessons/${id}`}>{title}</a>
                </th>
                <td>{minutes}</td>
                <td>
                  <a href={`#/lessons/${id}/teacher`} aria-label={`Half page: ${title}`}>
                    Half page
                  </a>
                </td>
                <td>
                  <a href={`#/lessons/${id}/worksheet`} aria-label={`Worksheet: ${title}`}>
                    Worksheet
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  );
}

function CourseTable({ course: { title, about, steps } }: { readonly course: Course }) {
  return (
    <section className={styles.course}>
      <h3>{title}</h3>
      <p>{about}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Minute</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={step.lesson ?? step.does}>
              <td>{minutesOf(steps, index)}</td>
              <td>
                <StepText step={step} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** "4–13" */
function minutesOf(steps: readonly CourseStep[], index: number): string {
  const from = steps.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0);
  return `${from}–${from + (steps[index]?.minutes ?? 0)}`;
}

function StepText({ step: { lesson, does } }: { readonly step: CourseStep }) {
  const found = LESSONS.find(({ id }) => id === lesson);
  if (!found) return does ?? lesson;
  return <a href={`#/lessons/${found.id}`}>{found.title}</a>;
}
