import { Intern } from './intern.ts';
import { syllable } from './letters.ts';
import { middles, rowFlag } from './columns.ts';

/** One row: a dossier or grave under one of its names. Numbers point into the dictionary. */
export interface Entry {
  flags: number;
  birth: readonly [number, number];
  death: readonly [number, number];
  home: number;
  deathPlace: number;
  unit: number;
  cemetery: number;
  /** Family, middles, given: numbers of syllables; a name of one part has a given name only. */
  family: number;
  middles: number[];
  given: number;
}
type NameParts = Pick<Entry, 'family' | 'middles' | 'given'>;

/** Numbers for every syllable, place, unit and cemetery met. Kept by the one thread that writes columns. */
export class Dictionary {
  readonly syllables = new Intern(65_000);
  readonly places = new Intern(16_000_000);
  readonly units = new Intern(16_000_000);
  readonly tokens = new Intern(65_000);
  readonly cemeteries = new Intern(65_000);
  private readonly words = new Map<string, number>();

  /**
   * The rows of one packed document (compact.ts): one for each name, and one without a name for the unknown.
   * Read byte by byte: at the start this runs a million times.
   */
  entries(bytes: Buffer): Entry[] {
    const homeAt = 18;
    const deathPlaceAt = homeAt + bytes[homeAt - 1]! + 1;
    const unitAt = deathPlaceAt + bytes[deathPlaceAt - 1]! + 1;
    const namesAt = unitAt + bytes[unitAt - 1]!;
    const home = this.place(bytes, homeAt, deathPlaceAt - 1);
    const deathPlace = this.place(bytes, deathPlaceAt, unitAt - 1);
    const unit = this.unit(bytes, unitAt, namesAt);
    const cemetery = this.cemeteryBytes(bytes);
    const birth = [bytes[1]!, bytes[2]!] as const;
    const death = [bytes[3]!, bytes[4]!] as const;
    const entries: Entry[] = [];
    const names = bytes[namesAt]!;
    let at = namesAt + 1;
    for (let name = 0; name < Math.max(1, names); name++) {
      const from = name < names ? at + 1 : at;
      if (name < names) at = from + bytes[at]!;
      const flags = bytes[0]! | (name > 0 ? rowFlag.alias : 0);
      const { family, middles, given } = this.name(bytes.toString('latin1', from, at));
      entries.push({ flags, birth, death, home, deathPlace, unit, cemetery, family, middles, given });
    }
    return entries;
  }

  /** @param name UTF-8 read as Latin-1: cheaper, and just as distinct */
  private name(name: string): NameParts {
    if (name === '') return { family: 0, middles: [], given: 0 };
    const parts = name.split(' ').map((word) => this.words.get(word) ?? this.syllable(word));
    return {
      family: parts.length > 1 ? parts[0]! : 0,
      middles: parts.length > 2 ? parts.slice(1, -1).slice(0, middles) : [],
      given: parts.at(-1)!,
    };
  }

  private syllable(word: string): number {
    const written = Buffer.from(word, 'latin1');
    const number = this.syllables.number(syllable(written.toString()).key, () => written);
    this.words.set(word, number);
    return number;
  }

  private place(bytes: Buffer, from: number, to: number): number {
    if (from === to) return 0;
    return this.places.number(bytes.toString('latin1', from, to), () =>
      Uint8Array.from(bytes.subarray(from, to)),
    );
  }

  private unit(bytes: Buffer, from: number, to: number): number {
    if (from === to) return 0;
    return this.units.number(bytes.toString('latin1', from, to), () => {
      const tokens = bytes.toString('utf8', from, to).split('\n');
      return new Uint8Array(
        Uint16Array.from(tokens, (token) => this.tokens.number(token, () => Buffer.from(token))).buffer,
      );
    });
  }

  private cemeteryBytes(bytes: Buffer): number {
    if (bytes.readUInt32LE(5) === 0 && bytes.readUInt32LE(9) === 0 && bytes.readUInt32LE(13) === 0) return 0;
    return this.cemeteries.number(bytes.toString('latin1', 5, 17), () =>
      Uint8Array.from(bytes.subarray(5, 17)),
    );
  }

  /** @param id hex */
  cemetery(id: string): number {
    return this.cemeteries.number(Buffer.from(id, 'hex').toString('latin1'), () => Buffer.from(id, 'hex'));
  }
}
