/** The first rows as they were cut into cells, and the lines that are no rows. */
import { countOf } from '../../../../base/text/count-of.ts';
import type { TablePreview } from '../../../../datasets/own/table/read-table.ts';
import { ScrollBox } from './scroll-box.tsx';
import styles from './own-table.module.css';

const MOST_COLUMNS = 60;

export function FirstRows({ preview }: { readonly preview: TablePreview }) {
  const { columns, firstRows, badRows, badRowCount } = preview;
  const shown = columns.slice(0, MOST_COLUMNS);
  return (
    <>
      <ScrollBox label="First rows of the table">
        <table className={styles.cells}>
          <caption className="visually-hidden">First rows</caption>
          <thead>
            <tr>
              {shown.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {firstRows.map((cells, row) => (
              <tr key={row}>
                {shown.map(({ name }, column) => (
                  <td key={name}>{cells[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {badRowCount > 3 && (
        <details>
          <summary>{countOf(badRowCount, 'rows')} that could not be read</summary>
          <ul className={styles.warnings}>
            {badRows.map(({ line, reason }) => (
              <li key={line}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
