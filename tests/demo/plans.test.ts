import { expect } from 'chai';
import sharp from 'sharp';
import { centre, distance, nearestOnSegment, toEarth } from '../../server/diagrams/geometry.ts';
import { wayBetween } from '../../server/diagrams/network.ts';
import { drawPlan } from '../../scripts/demo/plans/draw.ts';
import { plans, type XY } from '../../scripts/demo/plans/index.ts';
import { cutTiles, type PlanTile } from '../../scripts/demo/plans/tiles.ts';

/** The four corners apart along one of their own sides: then two convex shapes do not overlap. */
function apart(a: XY[], b: XY[]): boolean {
  return [a, b].some((shape) =>
    shape.some(([x, y], i) => {
      const [u, v] = shape[(i + 1) % shape.length]!;
      const along = ([px, py]: XY) => px * (v - y) - py * (u - x);
      const [one, other] = [a.map(along), b.map(along)];
      return Math.max(...one) <= Math.min(...other) || Math.max(...other) <= Math.min(...one);
    }),
  );
}

describe('the drawn cemeteries of the demonstration', () => {
  const both = plans();
  const [large, small] = both as [(typeof both)[0], (typeof both)[0]];

  it('have 2,000 and 600 graves, among them the one in section A, row 12, number 7', () => {
    expect([large.plots.length, small.plots.length]).to.deep.equal([2000, 600]);
    const hai = small.plots.filter((p) => p.section === 'A' && p.row === '12' && p.number === '7');
    expect(hai).to.have.length(1);
    expect(small.plots.some(({ row }) => row === '12A')).to.equal(true);
  });

  it('are the same every time', () => expect(plans()).to.deep.equal(both));

  for (const plan of both) {
    describe(plan.cemeteryName, () => {
      const gate = plan.network.nodes.filter((node) => node.gate === true);

      it('gives every grave a name of its own and a place of its own inside the wall', () => {
        const names = plan.plots.map(({ section, row, number }) => [section, row, number].join('/'));
        expect(new Set(names).size).to.equal(names.length);
        const corners = plan.plots.flatMap(({ shape }) => shape);
        const wall = plan.features.filter(({ kind }) => kind === 'wall').flatMap(({ shape }) => shape);
        for (const axis of [0, 1] as const) {
          const [low, high] = [Math.min, Math.max].map((most) => most(...wall.map((point) => point[axis])));
          expect(corners.every((point) => point[axis] > low! && point[axis] < high!)).to.equal(true);
          expect(low).to.be.above(0);
          expect(high).to.be.below(axis === 0 ? plan.width : plan.height);
        }
        const sorted = plan.plots.map(({ shape }) => shape).sort((a, b) => centre(a)[1] - centre(b)[1]);
        const reach = 2.5 / plan.metresPerPixel;
        const overlaps = sorted.filter((shape, i) => {
          for (let next = i + 1; next < sorted.length; next++) {
            if (centre(sorted[next]!)[1] - centre(shape)[1] > reach) return false;
            if (!apart(shape, sorted[next]!)) return true;
          }
          return false;
        });
        expect(overlaps).to.deep.equal([]);
      });

      it('leads from the one gate along the grave’s own row to within 3 m of it, without a great detour', () => {
        expect(gate).to.have.length(1);
        const start = gate[0]!.at;
        for (const { section, row, number, shape } of plan.plots) {
          const plot = centre(shape);
          const name = `${section}/${row}/${number}`;
          const legs = wayBetween(plan.network, start, plot, false);
          if (!legs) throw new Error(`No way to ${name}`);
          const last = legs.at(-1)!;
          expect(last.name, name).to.equal(`hàng ${row}`);
          expect(distance(last.to, plot) * plan.metresPerPixel, name).to.be.below(3);
          const length = legs.reduce(
            (sum, { from, to }) => sum + distance(from, to),
            distance(last.to, plot),
          );
          expect(length / distance(start, plot), name).to.be.below(2);
        }
      }).timeout(60_000);

      it('lets nobody who walks have to climb the steps, nor cross a grave', () => {
        const { nodes, edges } = plan.network;
        const level = { nodes, edges: edges.filter(({ stairs }) => stairs !== true) };
        expect(level.edges.length).to.be.below(edges.length);
        const behind = plan.plots.map(({ shape }) => centre(shape)).sort((a, b) => a[1] - b[1])[0]!;
        expect(wayBetween(level, gate[0]!.at, behind, true)).to.be.an('array');
        const nearest = plan.plots
          .map(({ shape }) => centre(shape))
          .flatMap((plot) =>
            edges.map(({ from, to }) => nearestOnSegment(plot, nodes[from]!.at, nodes[to]!.at).away),
          )
          .reduce((least, away) => Math.min(least, away));
        expect(nearest * plan.metresPerPixel).to.be.above(1.2);
      });

      it('lies on the earth at its true size', () => {
        const { t } = plan.transform;
        const [[lngA, latA], [lngB, latB]] = [toEarth(t, [0, 0]), toEarth(t, [plan.width, plan.height])];
        const metres = Math.hypot(
          (lngB - lngA) * 111_320 * Math.cos((latA * Math.PI) / 180),
          (latB - latA) * 110_700,
        );
        const drawn = Math.hypot(plan.width, plan.height) * plan.metresPerPixel;
        expect(metres / drawn).to.be.within(0.99, 1.01);
        for (const { pixel, lng, lat } of plan.controlPoints) {
          expect(toEarth(t, pixel)).to.deep.equal([lng, lat]);
        }
      });
    });
  }

  it('become tiles of 256 px that cover the paper at every zoom, graves drawn where they are', async () => {
    const png = await drawPlan(small);
    const tiles = new Map<string, PlanTile>();
    const { maxZoom, tiles: count } = await cutTiles(png, (tile) => {
      tiles.set([tile.z, tile.x, tile.y].join('/'), tile);
    });
    expect(tiles.size).to.equal(count);
    for (let z = 0; z <= maxZoom; z++) {
      const across = Math.ceil(small.width / 2 ** (maxZoom - z) / 256);
      const down = Math.ceil(small.height / 2 ** (maxZoom - z) / 256);
      for (let x = 0; x < across; x++)
        for (let y = 0; y < down; y++)
          expect(tiles.has([z, x, y].join('/')), `${z}/${x}/${y}`).to.equal(true);
    }
    expect([...tiles.values()].filter(({ z }) => z === 0)).to.have.length(1);
    const corner = [...tiles.values()].filter(({ z }) => z === maxZoom).at(-1)!;
    const { width, height, format } = await sharp(corner.webp).metadata();
    expect([width, height, format]).to.deep.equal([256, 256, 'webp']);

    // the stone of A/12/7 is dark, a hand's breadth behind its head there is grass
    const { shape } = small.plots.find((p) => p.section === 'A' && p.row === '12' && p.number === '7')!;
    const [[left, top], [right]] = shape as [XY, XY];
    const brightness = async (y: number) => {
      const x = Math.round((left + right) / 2);
      const tile = tiles.get([maxZoom, Math.floor(x / 256), Math.floor(y / 256)].join('/'))!;
      const { data, info } = await sharp(tile.webp).raw().toBuffer({ resolveWithObject: true });
      return data[((Math.floor(y) % 256) * 256 + (x % 256)) * info.channels]!;
    };
    expect(await brightness(top + 8)).to.be.below(170);
    expect(await brightness(top - 12)).to.be.above(210);
  }).timeout(60_000);
});
