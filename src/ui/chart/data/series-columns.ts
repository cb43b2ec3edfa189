/**
 * The values of a line, lane by lane, as arrays. A finished epoch never changes, so each is asked for
 * once; what has been read is kept as long as its lane.
 */
import type { LaneSource, RunLine } from './run-source.ts';

interface Column {
  values: Float64Array;
  length: number;
}

const columns = new WeakMap<object, Map<string, Column>>();
const FIRST_ROOM = 64;

/** Per epoch from 0, NaN where there is no finite value; a view that must not be written to. */
export function laneColumn<Figure extends string>(
  lane: LaneSource<Figure>,
  { figure, minus }: RunLine<Figure>,
): Float64Array {
  const column = columnOf(lane, minus === undefined ? figure : `${figure} - ${minus}`);
  if (column.values.length < lane.length) column.values = withRoom(column, lane.length);
  for (; column.length < lane.length; column.length++) {
    const epoch = column.length;
    const value = lane.value(figure, epoch) - (minus === undefined ? 0 : lane.value(minus, epoch));
    column.values[epoch] = Number.isFinite(value) ? value : NaN;
  }
  return column.values.subarray(0, column.length);
}

function columnOf(lane: object, key: string): Column {
  const ofLane = columns.get(lane) ?? new Map<string, Column>();
  columns.set(lane, ofLane);
  const column = ofLane.get(key) ?? { values: new Float64Array(FIRST_ROOM), length: 0 };
  ofLane.set(key, column);
  return column;
}

function withRoom({ values }: Column, needed: number): Float64Array {
  const larger = new Float64Array(Math.max(needed, 2 * values.length));
  larger.set(values);
  return larger;
}
