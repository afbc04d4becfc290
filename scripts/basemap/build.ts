/**
 * Makes the files of the base map, client/public/base, from scripts/basemap/data.
 * Run: node --import=tsx scripts/basemap/build.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { LandFile } from '../../client/map/base-files.ts';
import { sortBorders } from './frontier.ts';
import { credits, waterLicence } from './notices.ts';
import { pack } from './pack.ts';
import { islets, placeNames, readLabels, readTowns } from './places.ts';
import { simplifyNet } from './simplify.ts';
import type { Net } from './source.ts';
import { readNet } from './source.ts';

/** Far-out files serve to zoom 7, where one pixel is 0.011°: what is smaller than about half of that is left out. */
const FAR = { size: 0.008, step: 0.002, islet: 0.02, lastZoom: 7, townRank: 3, riverRank: 3 };

const folder = new URL('../../client/public/base/', import.meta.url);
let total = 0;

function write(name: string, content: string): void {
  writeFileSync(new URL(name, folder), content);
  const size = gzipSync(content, { level: 9 }).length;
  total += size;
  console.log(`${name.padEnd(22)} ${kB(content.length)} kB  ${kB(size)} kB gzip`);
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(6);

/** The far-out version: only what shows there, in coarse steps. */
function far(net: Net): Net {
  return simplifyNet(net, FAR.size, FAR.islet);
}

const today = readNet('provinces-2026.topojson');
const provinces = placeNames(sortBorders(today, 'provinces', readNet('neighbours.topojson')));
const neighbours = sortBorders(readNet('neighbours.topojson'), 'countries', today);
// The border with Vietnam is drawn once, from Vietnam's side.
delete neighbours.shapes.frontier;
// Names only where they help to find one's way round Vietnam.
for (const country of neighbours.shapes.countries ?? []) {
  if (!['CN', 'LA', 'KH', 'TH', 'MM', 'MY', 'PH', 'ID'].includes(String(country.facts.iso)))
    country.facts = {};
}
const water = readNet('water.topojson');
const farWater: Net = {
  ...water,
  shapes: Object.fromEntries(
    Object.entries(water.shapes).map(([name, list]) => [
      name,
      list.filter((shape) => Number(shape.facts.rank) <= (name === 'areas' ? 1 : FAR.riverRank)),
    ]),
  ),
};
const towns = readTowns();
const labels = readLabels();
const facts = ['name', 'lng', 'lat'];

const low: LandFile = {
  neighbours: pack(far(neighbours), facts, FAR.step),
  provinces: pack(far(provinces), facts, FAR.step),
  towns: towns.filter((town) => town[3] <= FAR.townRank),
  labels: labels.filter((label) => label[4] <= FAR.lastZoom),
  islets: islets(today),
};
const high: LandFile = {
  neighbours: pack(neighbours, facts),
  provinces: pack(provinces, facts),
  towns,
  labels,
  islets: low.islets,
};

mkdirSync(folder, { recursive: true });
write('base-low.json', JSON.stringify(low));
write('water-low.json', JSON.stringify(pack(far(farWater), ['name', 'rank'], FAR.step)));
write('base-high.json', JSON.stringify(high));
write('water.json', JSON.stringify(pack(water, ['name', 'rank'])));
write('roads.json', JSON.stringify(pack(readNet('roads.topojson'), ['name', 'rank'])));
for (const name of ['provinces-1976', 'provinces-63']) {
  const old = sortBorders(readNet(`${name}.topojson`), 'provinces', readNet('neighbours.topojson'));
  write(`${name}.json`, JSON.stringify(pack(old, facts)));
}
write('credits.json', JSON.stringify(credits));
write('water-licence.txt', waterLicence());
console.log(`${'all together'.padEnd(22)} ${' '.repeat(10)} ${kB(total)} kB gzip`);
