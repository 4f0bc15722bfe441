// The one database of this browser. Each store says who could read it on a lost device.
//
// `plain`: anybody: help numbers, whether this is an own device. `entries`: only with the PIN. `unsent`: only
// the installation itself. Names of stores and keys are for ever; a new layout is a new version here.

export type StoreName = "plain" | "entries" | "unsent";

export interface Database {
  get<Value>(store: StoreName, key: string): Promise<Value | undefined>;
  /** Every key and value whose key begins so. */
  all<Value>(store: StoreName, prefix?: string): Promise<[key: string, value: Value][]>;
  /** All of it or nothing of it. */
  write(store: StoreName, put: [key: string, value: unknown][], del?: string[]): Promise<void>;
  clear(store: StoreName): Promise<void>;
}

const name = "notes";
const version = 1;
const stores: StoreName[] = ["plain", "entries", "unsent"];

export async function open_database(factory: IDBFactory = indexedDB): Promise<Database> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const asking = factory.open(name, version);
    asking.onupgradeneeded = () => {
      for (const store of stores) asking.result.createObjectStore(store);
    };
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  opened.onversionchange = () => opened.close();
  return over(opened);
}

/** For a browser that keeps nothing (a private window, storage switched off): a page's own memory. */
export function memory_database(): Database {
  const kept: Record<StoreName, Map<string, unknown>> = {
    plain: new Map(),
    entries: new Map(),
    unsent: new Map(),
  };
  return {
    get: async <Value>(store: StoreName, key: string) => kept[store].get(key) as Value | undefined,
    all: async <Value>(store: StoreName, prefix = "") =>
      [...kept[store]].filter(([key]) => key.startsWith(prefix)).sort(by_key) as [string, Value][],
    write: async (store, put, del = []) => {
      for (const key of del) kept[store].delete(key);
      for (const [key, value] of put) kept[store].set(key, value);
    },
    clear: async (store) => kept[store].clear(),
  };
}

function by_key([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function over(opened: IDBDatabase): Database {
  return {
    get: <Value>(store: StoreName, key: string) =>
      answer_of(opened.transaction(store).objectStore(store).get(key)) as Promise<Value | undefined>,
    async all<Value>(store: StoreName, prefix = "") {
      const place = opened.transaction(store).objectStore(store);
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const [keys, values] = await Promise.all([
        answer_of(place.getAllKeys(range)),
        answer_of(place.getAll(range)),
      ]);
      return keys.map((key, at): [string, Value] => [String(key), values[at] as Value]);
    },
    write(store, put, del = []) {
      const change = opened.transaction(store, "readwrite", { durability: "strict" });
      const place = change.objectStore(store);
      for (const key of del) place.delete(key);
      for (const [key, value] of put) place.put(value, key);
      return done(change);
    },
    clear(store) {
      const change = opened.transaction(store, "readwrite");
      change.objectStore(store).clear();
      return done(change);
    },
  };
}

function answer_of<Value>(asking: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
}

function done(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.oncomplete = () => resolve();
    change.onabort = () => reject(change.error);
    change.onerror = () => reject(change.error);
  });
}
