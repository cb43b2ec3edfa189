/** One value in a parsed JSON file, with its path, and checks of what it must be. */
export class Field {
  private readonly path: string;
  private readonly value: unknown;

  constructor(path: string, value: unknown) {
    this.path = path;
    this.value = value;
  }

  get isMissing(): boolean {
    return this.value === undefined;
  }

  /** Null or not there. */
  get isAbsent(): boolean {
    return this.value === null || this.isMissing;
  }

  /** @throws naming the place, what should be there and what is. */
  refuse(wanted: string): never {
    const place = this.path === '' ? 'The file' : `"${this.path}"`;
    if (this.isMissing) throw new Error(`${place} is missing; it must be ${wanted}.`);
    throw new Error(`${place} must be ${wanted}, not ${shorten(this.value)}.`);
  }

  at(name: string): Field {
    const { path, value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return this.refuse('an object');
    const inner = path === '' ? name : `${path}.${name}`;
    return new Field(inner, Object.hasOwn(value, name) ? value[name as never] : undefined);
  }

  /** Of a list of that length, or of any. */
  items(length?: number): Field[] {
    const { path, value } = this;
    if (!Array.isArray(value)) return this.refuse('a list');
    if (length !== undefined && value.length !== length)
      return this.refuse(`a list of ${length}, and has ${value.length}`);
    return value.map((item: unknown, i) => new Field(`${path}[${i}]`, item));
  }

  numbers(length: number): void {
    for (const item of this.items(length)) item.number();
  }

  matrix(rows: number, columns: number): Field[] {
    const items = this.items(rows);
    for (const row of items) row.numbers(columns);
    return items;
  }

  number(): number {
    return typeof this.value === 'number' ? this.value : this.refuse('a number');
  }

  positive(): number {
    const value = this.number();
    return value > 0 ? value : this.refuse('a number above 0');
  }

  whole(least: number): number {
    const value = this.number();
    if (Number.isInteger(value) && value >= least) return value;
    return this.refuse(`a whole number from ${least} on`);
  }

  text(): string {
    return typeof this.value === 'string' && this.value !== '' ? this.value : this.refuse('a text');
  }

  oneOf<Option extends string | number>(options: readonly Option[]): Option {
    const found = options.find((option) => option === this.value);
    return found ?? this.refuse(`one of ${options.join(', ')}`);
  }
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
