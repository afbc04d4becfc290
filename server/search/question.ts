/** What is asked of the columns: texts are read already, places and units are packed as in compact.ts. */
export interface Question {
  /** Words of the name, as typed; empty when none was given. */
  name: string[];
  /** Year codes, from and to. */
  birth?: [number, number];
  death?: [number, number];
  age?: number;
  home?: Uint8Array;
  deathPlace?: Uint8Array;
  /** Unit tokens. */
  unit?: string[];
  /** Ids of the cemeteries that the words can mean, with chances; none when no cemetery has such a name. */
  cemetery?: [id: string, chance: number][];
  /** Ids of the cemeteries about the point. */
  near?: string[];
  only: {
    /** Place in `informationCodes`. */
    information?: number;
    /** Province of the home. */
    home?: number;
    cemetery?: string;
    death?: [number, number];
  };
  /** The last hit of the page before. */
  after?: { score: number; id: string };
  limit: number;
}
