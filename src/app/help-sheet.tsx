/** What this page is, how to begin, how its pictures are read, and the keys. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { KeepOffline } from '../pages/shared/offline/keep-offline.tsx';
import { usePlayground } from '../store/playground-context.tsx';
import { Button } from '../ui/controls/button.tsx';
import { HELP_MARKS } from './help-marks.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import styles from './sheets.module.css';

export function HelpSheet() {
  const showSheet = usePlayground((state) => state.showSheet);
  return (
    <>
      <p>
        This page trains small neural networks in your browser, side by side, so that you can watch
        what regularization does. Each has a card of its own and is called an arm. All start alike
        and learn from the same examples; what you change for one of them is all that differs.
        Regularization is anything that keeps a network from learning its examples by heart, so that
        it does better on examples it has not seen.
      </p>
      <Part title="How to start">
        <ol className={styles.steps}>
          <li>
            Press <b>Train</b>. The networks learn while you watch; press <b>Pause</b> at any time.
          </li>
          <li>Read the sentence that says what the run showed, and try what it suggests.</li>
          <li>
            Open <b>Preset</b> for other experiments, each with a question of its own. Or choose
            other data, press a regularizer on one of the cards, and train again.
          </li>
        </ol>
      </Part>
      <Part title="What the lines and marks of Compare mean">
        <dl className={styles.marks}>
          {HELP_MARKS.map(({ mark, name, text }) => (
            <div key={name}>
              <dt>
                {mark}
                <span>{name}</span>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="The other pages">
        <dl className={styles.pages}>
          <dt>Sweep</dt>
          <dd>
            trains every combination of one or two settings and judges each on examples that it did
            not train on: to choose a strength, and to see whether the choice is more than luck.
          </dd>
          <dt>Bias–variance</dt>
          <dd>
            trains networks on many training sets drawn from the same truth. In its pictures of
            curves every thin line is one network, the thick one is their mean, and the dashed one
            is the truth. Bias is how far the mean is from the truth, variance how far the networks
            are from their mean. Four laboratories beside it show single ideas.
          </dd>
        </dl>
      </Part>
      <Part title="Without the internet">
        <KeepOffline />
      </Part>
      <Part title="Words">
        <p>
          A word with a dotted underline explains itself when you point at it or tap it. All of them
          are in the{' '}
          <Button look="link" onClick={() => showSheet('glossary')}>
            glossary
          </Button>
          .
        </p>
      </Part>
      <Part title="Keyboard shortcuts">
        <ShortcutList />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{title}</h3>
      {children}
    </section>
  );
}
