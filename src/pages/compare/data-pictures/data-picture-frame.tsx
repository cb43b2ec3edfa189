/** The frame of a picture of the data: its title and key, the picture, and what can be done with it. */
import { useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { usePlayground } from '../../../store/playground-context.tsx';
import { SavePicture } from '../../../ui/picture-file/save-picture.tsx';
import { WITHOUT_NETWORKS } from '../shared/without-networks.ts';
import styles from './data-picture-frame.module.css';

interface DataPictureFrameProps {
  readonly title: string;
  /** What the marks mean. */
  readonly legend: ReactNode;
  /** Beneath the picture. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function DataPictureFrame({ title, legend, tools, children }: DataPictureFrameProps) {
  const titleId = useId();
  const section = useRef<HTMLElement>(null);
  const isKept = usePlayground((state) => state.keptRun !== null);
  return (
    <section ref={section} className={styles.frame} aria-labelledby={titleId}>
      <div className={styles.header}>
        <h2 id={titleId} className={styles.title} data-left-out>
          {title}
        </h2>
        {legend}
        {!isKept && <SavePicture title={title} picture={section} />}
      </div>
      {isKept ? <p className={styles.none}>{WITHOUT_NETWORKS}</p> : children}
      {!isKept && tools !== undefined && <div data-left-out>{tools}</div>}
    </section>
  );
}
