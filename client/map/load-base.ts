import type { Credits, LabelRow, LandFile, TopologyFile, TownRow } from './base-files.ts';
import type { Shape } from './lines.ts';
import { readShapes } from './lines.ts';
import type { PackedTopology } from './topology.ts';

/** Land and names, ready to draw. */
export interface BaseLand {
  neighbours: Record<string, Shape[]>;
  provinces: Record<string, Shape[]>;
  towns: TownRow[];
  labels: LabelRow[];
  islets: [number, number][];
}

/** The files of the base map, each fetched once and only when something needs it. */
export class BaseFiles {
  readonly #folder: string;
  readonly #asked = new Map<string, Promise<unknown>>();

  /** @param folder address of the folder, with its closing slash */
  constructor(folder: string) {
    this.#folder = folder;
  }

  land(near: boolean): Promise<BaseLand> {
    return this.#once(near ? 'base-high.json' : 'base-low.json', (file: LandFile) => ({
      ...file,
      neighbours: readShapes(file.neighbours),
      provinces: readShapes(file.provinces),
    }));
  }

  shapes(file: TopologyFile): Promise<Record<string, Shape[]>> {
    return this.#once(file, (topology: PackedTopology) => readShapes(topology));
  }

  credits(): Promise<Credits> {
    return this.#once('credits.json', (credits: Credits) => credits);
  }

  /** Address of a file of the folder, or of anything a credit points to. */
  address(href: string): string {
    return /^https?:/.test(href) ? href : this.#folder + href;
  }

  #once<Read>(name: string, read: (file: never) => Read): Promise<Read> {
    let asked = this.#asked.get(name) as Promise<Read> | undefined;
    if (!asked) {
      asked = fetch(this.#folder + name).then(async (answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return read((await answer.json()) as never);
      });
      // A lost connection must not leave the map bare for good: the next tile asks again.
      asked.catch(() => this.#asked.delete(name));
      this.#asked.set(name, asked);
    }
    return asked;
  }
}
