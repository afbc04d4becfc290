import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Credits, LandFile } from '../../client/map/base-files.ts';
import { placeLabels } from '../../client/map/labels.ts';
import { readShapes } from '../../client/map/lines.ts';
import type { PackedTopology } from '../../client/map/topology.ts';
import type { Nameable } from '../../client/map/wishes.ts';
import { wishesAt } from '../../client/map/wishes.ts';
import { showsRoads } from '../../client/map/zoom-rules.ts';

const folder = new URL('../../client/public/base/', import.meta.url);
const text = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const json = (name: string): unknown => JSON.parse(text(name));
const gzipped = (name: string): number => gzipSync(text(name)).length;
const measure = (words: string): number => words.length * 7;

function nameable(zoom: number): Nameable {
  const near = zoom > 7;
  const land = json(near ? 'base-high.json' : 'base-low.json') as LandFile;
  const shapes = (name: string) => readShapes(json(name) as PackedTopology);
  return {
    land: { ...land, neighbours: readShapes(land.neighbours), provinces: readShapes(land.provinces) },
    water: shapes(near ? 'water.json' : 'water-low.json'),
    roads: showsRoads(zoom) ? shapes('roads.json') : undefined,
  };
}

const wishes = (zoom: number) => wishesAt(zoom, 256 * 2 ** zoom, nameable(zoom), measure);
const names = (zoom: number): string[] =>
  placeLabels(wishes(zoom), measure).map((placed) => placed.wish.text);

describe('map: files of the base map', () => {
  it('weigh at most 400 kB gzip together, and 60 kB for the first view', () => {
    const all = readdirSync(folder).reduce((sum, name) => sum + gzipped(name), 0);
    expect(all).to.be.at.most(400_000);
    expect(
      ['base-low.json', 'water-low.json', 'roads.json'].reduce((sum, name) => sum + gzipped(name), 0),
    ).to.be.below(60_000);
  });

  it('name Hoàng Sa and Trường Sa as Vietnam’s at every zoom where they are written', () => {
    for (let zoom = 4; zoom <= 12; zoom++) {
      expect(names(zoom), `zoom ${zoom}`).to.include.members([
        'Quần đảo Hoàng Sa (Việt Nam)',
        'Quần đảo Trường Sa (Việt Nam)',
      ]);
    }
  });

  it('draw the reefs of both archipelagos as part of Vietnam, also far out', () => {
    for (const file of ['base-low.json', 'base-high.json']) {
      const { islets } = json(file) as LandFile;
      expect(
        islets.filter(([, lat]) => lat > 14),
        file,
      ).to.have.length.above(10);
      expect(
        islets.filter(([, lat]) => lat < 14),
        file,
      ).to.have.length.above(10);
    }
    const near = json('base-high.json') as LandFile;
    const owners = readShapes(near.provinces).provinces!.filter((shape) =>
      shape.parts.some((part) => part.box.left > 110 / 360 + 0.5),
    );
    expect(owners.map((shape) => shape.facts.name)).to.have.members(['Đà Nẵng', 'Khánh Hòa']);
  });

  it('hold the 34 provinces of today, the 63 before 2025 and the 40 of the years after 1976', () => {
    const count = (topology: PackedTopology): number => topology.shapes.provinces!.length;
    expect(count((json('base-high.json') as LandFile).provinces)).to.equal(34);
    expect(count((json('base-low.json') as LandFile).provinces)).to.equal(34);
    expect(count(json('provinces-63.json') as PackedTopology)).to.equal(63);
    expect(count(json('provinces-1976.json') as PackedTopology)).to.equal(40);
  });

  it('show no schematic road, nor its number, from zoom 11 on', () => {
    expect(showsRoads(10)).to.equal(true);
    expect([11, 12, 13].some(showsRoads)).to.equal(false);
    expect(names(10).some((name) => name.startsWith('QL '))).to.equal(true);
    expect(names(11).some((name) => name.startsWith('QL '))).to.equal(false);
  });

  it('leave cemeteries to the site’s own records', () => {
    const { towns } = json('base-high.json') as LandFile;
    expect(towns.filter(([name]) => name.startsWith('Nghĩa trang'))).to.deep.equal([]);
  });

  it('write the old names in place of today’s where old borders are laid over the map', () => {
    const old = readShapes(json('provinces-1976.json') as PackedTopology);
    const placed = placeLabels(wishesAt(8, 256 * 2 ** 8, { ...nameable(8), old }, measure), measure);
    const found = placed.map(({ wish }) => wish.text);
    expect(found).to.include.members(['Bình Trị Thiên', 'Hà Sơn Bình', 'Nghĩa Bình', 'Cửu Long']);
    expect(found).not.to.include('QUẢNG TRỊ');
  });

  it('keep the credits and the licence that goes with the water', () => {
    const credits = (json('credits.json') as Credits).map((credit) => credit.text).join(' ');
    expect(credits).to.match(/GeoNames \(CC BY 4\.0\).*GSHHG.*LGPL.*Natural Earth/);
    expect(text('water-licence.txt')).to.match(
      /GSHHG 2\.3\.6[^]*GNU LESSER GENERAL PUBLIC LICENSE[^]*GNU GENERAL PUBLIC LICENSE/,
    );
  });
});
