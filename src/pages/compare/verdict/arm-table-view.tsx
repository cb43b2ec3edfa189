/** The arms as a table, each by its marker and name. */
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import type { ArmTable } from '../../../findings/verdict/arm-table.ts';
import styles from './verdict.module.css';

export function ArmTableView({ table }: { readonly table: ArmTable }) {
  return (
    <div className={styles.table}>
      <table className={styles.arms}>
        <caption className="visually-hidden">{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">Arm</th>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ armId, name, cells }) => (
            <tr key={armId}>
              <th scope="row">
                <ArmMarker armId={armId} /> {name}
              </th>
              {table.columns.map((column, index) => (
                <td key={column} data-column={column}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
