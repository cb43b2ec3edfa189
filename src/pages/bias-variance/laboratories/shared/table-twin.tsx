/** The figures of a drawing, for whoever reads them more easily, or sees no drawing. */
import { useId, useState } from 'react';
import { Button } from '../../../../ui/controls/button.tsx';
import styles from './table-twin.module.css';

interface TableTwinProps {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell heads its row. */
  readonly rows: readonly (readonly string[])[];
}

export function TableTwin({ caption, columns, rows }: TableTwinProps) {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <div className={styles.twin}>
      <Button
        look="quiet"
        className="not-printed not-presented"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide the table' : 'Show as table'}
      </Button>
      <div id={id} className={styles.frame} hidden={!isShown}>
        <table>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([head = '', ...cells]) => (
              <tr key={head}>
                <th scope="row">{head}</th>
                {cells.map((cell, i) => (
                  <td key={columns[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
