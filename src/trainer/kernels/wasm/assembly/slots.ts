/** Reads one slot of the lane that a command belongs to. */

/** `column` is one of the constants of layout.ts. */
@inline
export function slot(slots: usize, column: i32): f64 {
  return load<f64>(slots + (<usize>column << 3));
}
