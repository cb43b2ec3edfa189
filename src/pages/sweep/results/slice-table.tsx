/** The figures of a slice for readers that see no chart. */
import type { SlicePoint } from './slice-point.ts';

interface SliceTableProps {
  readonly points: readonly SlicePoint[];
  readonly format: (value: number) => string;
  readonly axisName: string;
  readonly metricName: string;
}

export function SliceTable({ points, format, axisName, metricName }: SliceTableProps) {
  return (
    // A table itself cannot be made so small.
    <div className="visually-hidden">
      <table>
        <caption>{`${metricName} by ${axisName}`}</caption>
        <thead>
          <tr>
            <th scope="col">{axisName}</th>
            <th scope="col">validation</th>
            <th scope="col">standard error</th>
            <th scope="col">training</th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ label, validation, training, standardError }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{textOf(validation, format)}</td>
              <td>{textOf(standardError, format)}</td>
              <td>{textOf(training, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const textOf = (value: number | null, format: (value: number) => string) =>
  value === null ? '–' : format(value);
