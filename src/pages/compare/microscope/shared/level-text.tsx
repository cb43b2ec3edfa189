/** A text over the room that the longest of all arms takes, so that what lies below is level in all of them. */
import styles from './level-text.module.css';

interface LevelTextProps {
  readonly text: string;
  /** What the arms say, this one among them or not. */
  readonly all: readonly string[];
  readonly className?: string | undefined;
}

export function LevelText({ text, all, className = '' }: LevelTextProps) {
  const longest = all.reduce((a, b) => (b.length > a.length ? b : a), text);
  return (
    <p className={`${className} ${styles.level ?? ''}`} data-room={longest}>
      <span>{text}</span>
    </p>
  );
}
