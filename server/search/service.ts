import type { Worker } from 'node:worker_threads';
import type { Connection } from 'mongoose';
import type { Language } from '../http/language.ts';
import { informationCodes } from './compact.ts';
import type { SearchAnswer, SearchQuery, SuggestAnswer } from './contract.ts';
import { HitShower } from './hits.ts';
import type {
  CemeteryEntry,
  FromKeeper,
  FromSearcher,
  Found,
  Suggested,
  ToKeeper,
  ToSearcher,
  Verified,
} from './messages.ts';
import { noteMiss } from './misses.ts';
import { provinceName } from './readings.ts';
import { startThread } from './thread.ts';

export interface SearchService {
  /** False until the first columns are there. */
  readonly ready: boolean;
  /** Bytes of all columns in shared memory; 0 before they are there. */
  readonly columnBytes: number;
  search: (query: SearchQuery, language: Language) => Promise<SearchAnswer>;
  suggest: (text: string) => Promise<SuggestAnswer>;
  /** Resolves when searches see these documents (hex ids) as they are in the database now. */
  noteWrite: (ids: string[]) => Promise<void>;
  /** Builds a second index and compares: what was kept in step must equal it. Takes as long as a start. */
  verify: () => Promise<Verified>;
  stop: () => Promise<void>;
}

/** Heaps of the threads. The keeper's holds the names, places and units of everybody while it builds. */
const searcherMb = 200;
const keeperMb = 1000;

interface Start {
  /** Connected; its address is used by the keeper's own connection. */
  connection: Connection;
  /** Searching threads. */
  workers?: number;
  onProgress: (line: string) => void;
}

/** Starts the index: one thread keeps the columns, others search them. Resolves when everything can be found. */
export async function startSearch({ connection, workers = 1, onProgress }: Start): Promise<SearchService> {
  const service = new Service(connection, workers, onProgress);
  await service.started;
  return service;
}

interface Pending {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** A searching thread and the calls it has not answered. */
class Searcher {
  readonly worker = startThread('./searching.worker.ts', searcherMb);
  readonly pending = new Map<number, Pending>();
}

class Service implements SearchService {
  ready = false;
  columnBytes = 0;
  readonly started: Promise<void>;
  private readonly keeper: Worker;
  private readonly shower: HitShower;
  private readonly searchers: Searcher[];
  private readonly notes = new Map<number, Pending>();
  private cemeteries = new Map<string, CemeteryEntry>();
  private calls = 0;
  private stopping = false;
  private lastSaid = 0;

  constructor(
    private readonly connection: Connection,
    workers: number,
    private readonly onProgress: (line: string) => void,
  ) {
    this.shower = new HitShower(connection);
    this.keeper = startThread('./keeper.worker.ts', keeperMb, {
      uri: addressOf(connection),
      dbName: connection.name,
    });
    this.searchers = Array.from({ length: workers }, () => new Searcher());
    this.started = new Promise((resolve, reject) => {
      this.keeper.on('message', (message: FromKeeper) => this.onKeeper(message));
      for (const searcher of this.searchers) {
        searcher.worker.on('message', (message: FromSearcher) => {
          if (message.kind === 'attached') {
            this.columnBytes = message.bytes;
            this.ready = true;
            resolve();
          } else this.onAnswer(searcher, message);
        });
        searcher.worker.on('error', (error) => this.fail(error, reject));
      }
      this.keeper.on('error', (error) => this.fail(error, reject));
    });
  }

  async search(query: SearchQuery, language: Language): Promise<SearchAnswer> {
    const from = performance.now();
    const ranked = await this.call<Found>({ kind: 'search', query });
    const found = namesNobody(ranked, query) ? { ...ranked, ...nobody } : ranked;
    const hits = await this.shower.show(found, this.cemeteries);
    if (found.total === 0) noteMiss(this.connection, query);
    return {
      total: { value: found.total, relation: found.exact ? 'eq' : 'gte' },
      hits,
      facets: this.facets(found, language),
      tookMs: Math.round((performance.now() - from) * 10) / 10,
      ...(found.cursor === undefined ? {} : { cursor: found.cursor }),
      read: { chips: found.chips },
      ...(found.relax.length > 0 ? { relax: found.relax } : {}),
      ...(found.ask.length > 0 ? { ask: found.ask } : {}),
    };
  }

  async suggest(text: string): Promise<SuggestAnswer> {
    const { cemeteries, ...words } = await this.call<Suggested>({ kind: 'suggest', text });
    return {
      ...words,
      cemeteries: cemeteries.flatMap((id) => {
        const cemetery = this.cemeteries.get(id);
        return cemetery === undefined ? [] : [{ code: cemetery.code, name: cemetery.name }];
      }),
    };
  }

  noteWrite(ids: string[]): Promise<void> {
    return this.askKeeper<undefined>((call) => ({ kind: 'note', call, ids }));
  }

  verify(): Promise<Verified> {
    return this.askKeeper((call) => ({ kind: 'verify', call }));
  }

  private askKeeper<T>(message: (call: number) => ToKeeper): Promise<T> {
    const call = ++this.calls;
    return new Promise((resolve, reject) => {
      this.notes.set(call, { resolve: resolve, reject });
      this.keeper.postMessage(message(call));
    });
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    this.ready = false;
    const left = new Promise((resolve) => this.keeper.once('exit', resolve));
    this.keeper.postMessage({ kind: 'stop' } satisfies ToKeeper);
    // A keeper that is reading from a database that hangs need not be waited for.
    const patience = setTimeout(() => void this.keeper.terminate(), 2000);
    await left;
    clearTimeout(patience);
    await Promise.all(this.searchers.map(({ worker }) => worker.terminate()));
    for (const searcher of this.searchers)
      for (const { reject } of searcher.pending.values()) reject(new Error('search was stopped'));
  }

  /** The thread with the fewest calls waiting answers next. */
  private call<T>(
    message: { kind: 'search'; query: SearchQuery } | { kind: 'suggest'; text: string },
  ): Promise<T> {
    const call = ++this.calls;
    const searcher = this.searchers.reduce((least, other) =>
      other.pending.size < least.pending.size ? other : least,
    );
    return new Promise<T>((resolve, reject) => {
      searcher.pending.set(call, { resolve: resolve, reject });
      searcher.worker.postMessage({ ...message, call } satisfies ToSearcher);
    });
  }

  private onAnswer({ pending }: Searcher, message: Exclude<FromSearcher, { kind: 'attached' }>): void {
    const waiting = pending.get(message.call);
    pending.delete(message.call);
    if (message.kind === 'failed') waiting?.reject(new Error(message.message));
    else waiting?.resolve((message.kind === 'found' ? message.found : message.suggested) as never);
  }

  private onKeeper(message: FromKeeper): void {
    switch (message.kind) {
      case 'changed':
        this.shower.forget(message.ids);
        return;
      case 'columns':
      case 'cemeteries':
        // Columns built anew may follow changes that nobody told of.
        if (message.kind === 'columns') this.shower.forget();
        this.cemeteries = new Map(message.cemeteries.map((cemetery) => [cemetery.id, cemetery]));
        for (const { worker } of this.searchers) worker.postMessage(message satisfies ToSearcher);
        return;
      case 'noted': {
        // The columns that hold the write were handed to the searchers before this note: same port, in order.
        this.notes.get(message.call)?.resolve(undefined as never);
        this.notes.delete(message.call);
        return;
      }
      case 'verified':
        this.notes.get(message.call)?.resolve(message.verified as never);
        this.notes.delete(message.call);
        return;
      case 'failed':
        this.notes.get(message.call)?.reject(new Error(message.message));
        this.notes.delete(message.call);
        return;
      case 'progress':
        this.tell(message);
        return;
      case 'trouble':
        // Changes may come late now: what is shown is read from the database until all is well again.
        this.shower.forget();
        this.onProgress(`Tìm kiếm: ${message.message}`);
        return;
      case 'stopped':
    }
  }

  private tell({ what, done, all }: Extract<FromKeeper, { kind: 'progress' }>): void {
    const now = Date.now();
    if (what !== 'packed' && done < all && now - this.lastSaid < 1000) return;
    this.lastSaid = now;
    const number = (value: number) => value.toLocaleString('vi-VN');
    if (what === 'read') this.onProgress(`Dựng chỉ mục tìm kiếm: ${number(done)} / ${number(all)} bản ghi`);
    else if (what === 'packed') this.onProgress(`Chỉ mục tìm kiếm sẵn sàng: ${number(all)} người`);
    else this.onProgress(`Đóng gói lại theo quy tắc tìm kiếm mới: ${number(done)} / ${number(all)}`);
  }

  private facets(found: Found, language: Language): SearchAnswer['facets'] {
    const states = {
      vi: ['Có tên', 'Thiếu thông tin', 'Chưa biết tên', 'Mộ trống', 'Mộ gió'],
      en: ['named', 'partly known', 'unknown', 'empty', 'symbolic'],
    };
    return {
      home: found.facets.home.map(([value, count]) => ({ value, label: provinceName(value), count })),
      cemetery: found.facets.cemetery.flatMap(([id, count]) => {
        const cemetery = this.cemeteries.get(id);
        return cemetery === undefined ? [] : [{ value: cemetery.code, label: cemetery.name, count }];
      }),
      death: found.facets.death.map(([first, count]) => ({
        value: `${first}-${first + 4}`,
        label: `${first}–${first + 4}`,
        count,
      })),
      status: found.facets.status.flatMap(([code, count]) => {
        const value = informationCodes[code];
        return value === undefined ? [] : [{ value, label: states[language][code]!, count }];
      }),
    };
  }

  private fail(error: Error, reject: (error: Error) => void): void {
    if (this.stopping) return;
    this.ready = false;
    reject(error);
    for (const { pending } of this.searchers) for (const waiting of pending.values()) waiting.reject(error);
    for (const waiting of this.notes.values()) waiting.reject(error);
    this.onProgress(`Tìm kiếm dừng: ${error.message}`);
  }
}

const nobody = {
  hits: [],
  total: 0,
  exact: true,
  facets: { home: [], cemetery: [], death: [], status: [] },
  ask: [],
} satisfies Partial<Found>;

/** Below this no part of the name is like any part of his: the floor of what a name can count against somebody. */
const noPartFits = -8;

/** A name was asked, and even the best bears quite another one and has nothing to make up for it: nobody was found. */
function namesNobody({ hits, asked }: Found, { cursor }: SearchQuery): boolean {
  const best = hits[0];
  if (cursor !== undefined || asked['name'] === undefined || best === undefined) return false;
  return (
    best.score < noPartFits && best.grounds.some(({ field, how }) => field === 'name' && how === 'other-name')
  );
}

/** The address the connection was opened with. */
function addressOf(connection: Connection): string {
  return (connection.getClient() as unknown as { s: { url: string } }).s.url;
}
