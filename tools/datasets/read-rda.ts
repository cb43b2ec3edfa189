/**
 * Reads a data frame from R's serialisation format: XDR (big-endian), version 2, as `save()` writes
 * it. Only what data frames of numbers and factors are made of; see "Serialization Formats" in the
 * manual "R Internals".
 */

/** By column; factors as their codes from 1. */
export type DataFrame = ReadonlyMap<string, readonly number[]>;

const MAGIC = 'RDX2\nX\n';

/** Types of R objects, by their number in the low byte of an item's flags. */
const TYPE = {
  symbol: 1,
  pairs: 2,
  chars: 9,
  integers: 13,
  doubles: 14,
  strings: 16,
  list: 19,
  nothing: 254,
  reference: 255,
} as const;
const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;

interface Pair {
  readonly tag: unknown;
  readonly value: unknown;
}
interface Item {
  readonly value: unknown;
  readonly attributes: readonly Pair[];
}

/** The first object of the (unpacked) file, which must be a data frame. */
export function readDataFrame(bytes: Buffer): DataFrame {
  if (bytes.subarray(0, MAGIC.length).toString('latin1') !== MAGIC)
    throw new Error('This is no R data file in XDR format, version 2.');
  // After the magic: the format's version, R's, and the oldest R that can read it.
  const [first] = asPairs(new Reader(bytes, MAGIC.length + 12).item());
  const frame = first?.value as Item;
  const names = frame.attributes.find(({ tag }) => tag === 'names')?.value as Item;
  const columns = frame.value as readonly Item[];
  const labels = names.value as readonly string[];
  return new Map(labels.map((name, i) => [name, columns[i]?.value as readonly number[]]));
}

class Reader {
  private readonly bytes: Buffer;
  private at: number;
  private readonly symbols: unknown[] = [];

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  item(): unknown {
    const flags = this.integer();
    switch (flags & 255) {
      case TYPE.nothing:
        return null;
      case TYPE.reference:
        return this.symbols[(flags >> 8) - 1];
      case TYPE.symbol: {
        const name = this.item();
        this.symbols.push(name);
        return name;
      }
      case TYPE.chars:
        return this.text();
      case TYPE.pairs:
        return this.pairs(flags);
      default:
        return this.vector(flags);
    }
  }

  private pairs(flags: number): readonly Pair[] {
    if ((flags & HAS_ATTRIBUTES) !== 0) this.item();
    const tag = (flags & HAS_TAG) === 0 ? null : this.item();
    const value = this.item();
    return [{ tag, value }, ...asPairs(this.item())];
  }

  private vector(flags: number): Item {
    const length = this.integer();
    const read = this.readerOf(flags & 255);
    const value = Array.from({ length }, read);
    return { value, attributes: (flags & HAS_ATTRIBUTES) === 0 ? [] : asPairs(this.item()) };
  }

  private readerOf(type: number): () => unknown {
    switch (type) {
      case TYPE.integers:
        return () => this.integer();
      case TYPE.doubles:
        return () => this.double();
      case TYPE.strings:
      case TYPE.list:
        return () => this.item();
      default:
        throw new Error(`R objects of type ${type} are not read here.`);
    }
  }

  private integer(): number {
    this.at += 4;
    return this.bytes.readInt32BE(this.at - 4);
  }

  private double(): number {
    this.at += 8;
    return this.bytes.readDoubleBE(this.at - 8);
  }

  private text(): string {
    const length = this.integer();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at).toString('latin1');
  }
}

function asPairs(item: unknown): readonly Pair[] {
  return (item ?? []) as readonly Pair[];
}
