/**
 * A database of this browser (IndexedDB), opened when it is first needed and again when the connection was lost. It
 * lets go for a newer version of the page in another tab. All that fails is a `StorageTrouble`.
 */
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { StorageTrouble, nameOf, troubleOf } from './storage-trouble.ts';

interface DatabaseForm<Schema extends DBSchema> {
  readonly name: string;
  /** Of the form in which things are kept. */
  readonly version: number;
  /** `oldVersion`: 0 where there was none. */
  readonly upgrade: (database: IDBPDatabase<Schema>, oldVersion: number) => void;
}

export class KeptDatabase<Schema extends DBSchema> {
  private connection: Promise<IDBPDatabase<Schema>> | null = null;
  /** Another tab stands in the way: the browser opens it once that tab is gone. */
  private isBlocked = false;
  private readonly freed = new Set<() => void>();
  private readonly form: DatabaseForm<Schema>;

  constructor(form: DatabaseForm<Schema>) {
    this.form = form;
  }

  /** Throws a `StorageTrouble`. The work is done once more where the connection was lost under it. */
  async use<Result>(work: (database: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result> {
    try {
      const connection = this.open();
      try {
        return await work(await connection);
      } catch (error) {
        if (nameOf(error) !== 'InvalidStateError' && this.connection === connection) throw error;
        if (this.connection === connection) this.connection = null;
        return await work(await this.open());
      }
    } catch (error) {
      throw troubleOf(error);
    }
  }

  /** All of the work is kept, or nothing of it. It waits for nothing but the transaction. Throws as `use` does. */
  write<Names extends StoreNames<Schema>[], Result>(
    stores: Names,
    work: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<Result>,
  ): Promise<Result> {
    return this.use(async (database) => {
      const transaction = database.transaction(stores, 'readwrite');
      const working = work(transaction);
      working.catch(() => abort(transaction));
      const [worked, done] = await Promise.allSettled([working, transaction.done]);
      // Why all of it failed, before what came of that.
      if (worked.status === 'rejected' && nameOf(worked.reason) !== 'AbortError')
        throw worked.reason;
      if (done.status === 'rejected') throw done.reason;
      if (worked.status === 'rejected') throw worked.reason;
      return worked.value;
    });
  }

  /** The database was blocked, and can be used from now on. */
  onFreed(listener: () => void): void {
    this.freed.add(listener);
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    // Another order would wait behind the first one, and never be told why.
    if (this.isBlocked) return Promise.reject(new StorageTrouble('blocked'));
    this.connection ??= this.connect();
    return this.connection;
  }

  private connect(): Promise<IDBPDatabase<Schema>> {
    const connection = new Promise<IDBPDatabase<Schema>>((resolve, reject) => {
      const blocked = () => {
        this.isBlocked = true;
        reject(new StorageTrouble('blocked'));
      };
      this.order(blocked).then(resolve, reject);
    });
    // What failed is tried anew the next time.
    connection.catch(() => {
      if (this.connection === connection) this.connection = null;
    });
    return connection;
  }

  /** Comes late where it is blocked. */
  private async order(blocked: () => void): Promise<IDBPDatabase<Schema>> {
    const { name, version, upgrade } = this.form;
    const lose = () => {
      this.connection = null;
    };
    try {
      const database = await openDB<Schema>(name, version, {
        upgrade: (before, oldVersion) => upgrade(before, oldVersion),
        blocked,
        blocking: (_, __, event) => {
          (event.target as IDBDatabase).close();
          lose();
        },
        terminated: lose,
      });
      if (this.isBlocked) this.connection = Promise.resolve(database);
      return database;
    } finally {
      this.becomeFree();
    }
  }

  private becomeFree(): void {
    if (!this.isBlocked) return;
    this.isBlocked = false;
    for (const listener of this.freed) listener();
  }
}

function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}
