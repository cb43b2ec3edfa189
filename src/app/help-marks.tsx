/** The lines and marks of the charts, drawn as the charts draw them, and what each means. */
import type { ReactNode } from 'react';
import { endPath } from '../ui/chart/chart-frame-marks.tsx';
import { sampleDash } from '../ui/chart/draw/series-look.ts';
import { markerPath } from '../ui/chart/draw/series-marker.ts';
import styles from './sheets.module.css';

interface HelpMark {
  readonly mark: ReactNode;
  readonly name: string;
  readonly text: string;
}

export const HELP_MARKS: readonly HelpMark[] = [
  {
    mark: <Sample d="M-14,0H14" />,
    name: 'Solid line: validation',
    text: 'How well the network does on examples it has not learnt from. This is the line that counts.',
  },
  {
    mark: <Sample d="M-14,0H14" dash={sampleDash('dashed')} />,
    name: 'Dashed line: training',
    text: 'How well it does on the examples it learns from, wrong labels included. Where this line goes on getting better while the solid one gets worse, the network overfits.',
  },
  {
    mark: <Sample d={markerPath('circle', 4)} fill="var(--surface)" />,
    name: 'Hollow mark: best',
    text: 'The epoch at which validation was best so far.',
  },
  {
    mark: <Sample d={markerPath('circle', 4.6)} fill="currentColor" />,
    name: 'Filled mark: restored',
    text: 'Early stopping restored the weights of this epoch.',
  },
  {
    mark: <Sample d={endPath('stoppedEarly', 5)} />,
    name: 'Bar: stopped early',
    text: 'Early stopping ended the training of this network here.',
  },
  {
    mark: <Sample d={endPath('diverged', 5)} />,
    name: 'Cross: diverged',
    text: 'The weights grew without limit, and the network was lost here. A smaller learning rate helps.',
  },
  {
    mark: <Arms />,
    name: 'Colour and shape: which network',
    text: 'Each network has a letter, a colour and a shape, and keeps them on every chart and on its card.',
  },
];

interface SampleProps {
  readonly d: string;
  readonly dash?: string | undefined;
  readonly fill?: string;
}

function Sample({ d, dash, fill = 'none' }: SampleProps) {
  return (
    <svg viewBox="-16 -8 32 16" className={styles.mark} aria-hidden="true">
      <path d={d} strokeDasharray={dash} fill={fill} />
    </svg>
  );
}

function Arms() {
  return (
    <svg viewBox="-16 -8 32 16" className={styles.mark} aria-hidden="true">
      <path
        d={markerPath('circle', 4)}
        transform="translate(-7 0)"
        fill="var(--arm-a)"
        stroke="none"
      />
      <path
        d={markerPath('square', 4)}
        transform="translate(7 0)"
        fill="var(--arm-b)"
        stroke="none"
      />
    </svg>
  );
}
