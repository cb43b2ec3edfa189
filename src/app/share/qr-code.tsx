/** A text as a code for a camera (ISO/IEC 18004); refused with a word where it would be too dense to be read. */
import { encode } from 'uqr';
import styles from './share.module.css';

/** Beyond these a phone at arm's length no longer tells the squares of a projected code apart. */
const LONGEST = 900;

export function QrCode({ text }: { readonly text: string }) {
  if (text.length > LONGEST)
    return (
      <p className={styles.note}>
        No code for a camera: {text.length.toLocaleString('en')} characters would make it too dense
        to be read.
      </p>
    );
  const { size, data } = encode(text, { ecc: 'L', border: 2 });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The link as a code for a camera"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
