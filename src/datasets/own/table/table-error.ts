/** A table that cannot be read or used; the message is a sentence for the user, and says what and where. */
export class TableError extends Error {
  override name = 'TableError';
}
