/** The first stop of the Tab key: past the settings to the button that trains. */
import { TRAIN_BUTTON_ID } from '../pages/compare/transport/train-button-id.ts';
import styles from './app.module.css';

export function SkipLink() {
  return (
    <a
      className={`${styles.skip ?? ''} not-printed`}
      href={`#${TRAIN_BUTTON_ID}`}
      onClick={(event) => {
        // The address names the page and keeps doing so.
        event.preventDefault();
        document.getElementById(TRAIN_BUTTON_ID)?.focus();
      }}
    >
      Skip to Train
    </a>
  );
}
