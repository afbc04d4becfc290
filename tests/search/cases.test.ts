import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { generatePeople } from '../../scripts/generate/people.ts';
import { SearchQuery } from '../../server/search/contract.ts';
import { startSearch, type SearchService } from '../../server/search/service.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';

interface Case {
  typed: string;
  facts?: string;
  meant: string;
  why: string;
}

/** The list is plain enough to be read without a YAML library: "- key: value" begins a case, "key: value" goes on. */
function readCases(): Case[] {
  const cases: Record<string, string>[] = [];
  for (const line of readFileSync(new URL('cases.yml', import.meta.url), 'utf8').split('\n')) {
    const found = /^(-| ) (\w+): (.+)$/.exec(line);
    if (found === null) continue;
    if (found[1] === '-') cases.push({});
    cases.at(-1)![found[2]!] = found[3]!.trim();
  }
  return cases as unknown as Case[];
}

describe('search: spellings that went wrong', () => {
  const cases = readCases();
  let search: SearchService;
  freshDatabase();
  before(async function () {
    this.timeout(60_000);
    const people = [...new Set(cases.map(({ meant }) => meant))].map((meant, at) => {
      const [name, birth, home, death, unit] = meant.split(' | ');
      return {
        code: `LS00009${String(at).padStart(2, '0')}`,
        name: name!,
        birth: birth!,
        home: home!,
        death: death!,
        unit: unit!,
      };
    });
    await given.dossiers(
      ...people,
      ...[...generatePeople({ seed: 5, count: 1000, firstCode: 5000 })].map(({ line }) => line),
    );
    search = await startSearch({ connection: mongoose.connection, onProgress: () => undefined });
  });
  after(() => search.stop());

  it('holds a list of cases', () => {
    expect(cases.length).to.be.greaterThan(10);
  });

  for (const { typed, facts, meant, why } of cases)
    it(`“${typed}” (${why})`, async () => {
      const query = SearchQuery.parse({
        name: typed,
        ...Object.fromEntries(new URLSearchParams(facts ?? '')),
      });
      const { hits } = await search.search(query, 'vi');
      expect(hits.slice(0, 3).map(({ name }) => name)).to.include(meant.split(' | ')[0]);
    });
});
