import { expect } from 'chai';
import mongoose from 'mongoose';
import { loadDemo } from '../../scripts/demo/load.ts';
import { removeDemo } from '../../scripts/demo/remove.ts';
import { Cemeteries, type Cemetery } from '../../server/cemeteries/model.ts';
import { Diagrams, DiagramTiles, type Diagram } from '../../server/diagrams/model.ts';
import { wayBetween, type Network } from '../../server/diagrams/network.ts';
import { Graves, type Grave } from '../../server/graves/model.ts';
import { Martyrs, type Martyr } from '../../server/martyrs/model.ts';
import { Places } from '../../server/places/model.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';

const collections = [Martyrs, Graves, Cemeteries, Diagrams, DiagramTiles];
const sizes = () => Promise.all(collections.map((one) => one.collection.countDocuments()));

describe('the demonstration data', () => {
  freshDatabase();
  const told: number[] = [];
  before(async function () {
    this.timeout(180_000);
    await loadDemo(mongoose.connection, (share) => told.push(share));
  });

  it('tells how far it is, from nothing to all', () => {
    expect([told[0], told.at(-1)]).to.deep.equal([0, 1]);
    expect(told).to.deep.equal([...told].sort((a, b) => a - b));
  });

  it('is marked as invented, all of it', async () => {
    expect(await Martyrs.countDocuments({ demo: true, sources: 'Dữ liệu minh họa' })).to.equal(5000);
    for (const one of [Martyrs, Graves, Cemeteries, Diagrams])
      expect(await one.collection.countDocuments({ demo: { $ne: true } })).to.equal(0);
    expect(JSON.stringify(await Graves.find({}, { inscription: 1 }).lean()).toLowerCase()).to.not.contain(
      'vô danh',
    );
  });

  it('doubles and changes nothing when it is loaded again', async () => {
    const stories = () =>
      Graves.find({}, { dna: 1, moves: 1, condition: 1, information: 1 }).sort({ _id: 1 }).lean();
    const before = [await sizes(), await stories()];
    await loadDemo(mongoose.connection, () => undefined);
    expect([await sizes(), await stories()]).to.deep.equal(before);
  }).timeout(60_000);

  it('holds the 234 real cemeteries, each point with how far off it may be', async () => {
    const all = await Cemeteries.find().lean<Cemetery[]>();
    expect(all).to.have.length(234);
    expect(new Set(all.map(({ code }) => code)).size).to.equal(234);
    for (const { point, name } of all) expect(point?.accuracyM, name).to.be.greaterThan(0);
    const guessed = all.filter(({ point }) => point?.how.startsWith('đặt tạm'));
    expect([guessed.length, guessed.every(({ communeSure }) => !communeSure)]).to.deep.equal([131, true]);
    expect(all.find(({ name }) => name === 'Nghĩa trang liệt sĩ quốc gia Trường Sơn')).to.deep.include({
      kind: 'national',
      communeNow: 'xã Cồn Tiên',
      provinceNow: 'Quảng Trị',
      districtBefore: 'huyện Gio Linh',
      provinceBefore: 'Quảng Trị',
    });
  });

  it('lays Nguyễn Văn Hải where guides and tests say', async () => {
    const hai = await Martyrs.findOne({ code: 'LS0001171' }).orFail().lean<Martyr>();
    expect(hai.name.full).to.equal('Nguyễn Văn Hải');
    expect(hai.home).to.deep.equal({ text: 'xã Vị Thanh, Chương Thiện', placeId: 'c2025-31465', sure: true });
    const grave = await Graves.findById(hai.graveId).orFail().lean<Grave>();
    expect(grave).to.include({ section: 'A', row: '12', number: '7', information: 'named' });
    expect(grave.diagramShape).to.have.length(4);
    expect(grave.moves.map(({ kind }) => kind)).to.deep.equal(['first-burial', 'gathered', 'moved']);
  });

  it('gives every plot of the two drawings its own grave, about half with a dossier', async () => {
    for (const [name, plots] of [
      ['Nghĩa trang liệt sĩ quốc gia Trường Sơn', 2000],
      ['Nghĩa trang liệt sĩ tỉnh Hậu Giang', 600],
    ] as const) {
      const { _id: cemeteryId, counts } = await Cemeteries.findOne({ name }).orFail().lean<Cemetery>();
      const diagram = await Diagrams.findOne({ cemeteryId }).orFail().lean<Diagram>();
      const graves = await Graves.find({ cemeteryId }).lean<Grave[]>();
      expect([graves.length, counts.graves, counts.placed]).to.deep.equal([plots, plots, plots]);
      expect(
        new Set(graves.map(({ section, row, number }) => [section, row, number].join('|'))).size,
      ).to.equal(plots);
      for (const { diagramShape } of graves)
        for (const [x, y] of diagramShape!)
          expect(x >= 0 && x <= diagram.width && y >= 0 && y <= diagram.height).to.equal(true);
      const held = graves.filter(({ martyrIds }) => martyrIds.length > 0).length;
      expect(held / plots).to.be.within(0.45, 0.55);
      const states = new Set(graves.map(({ information }) => information));
      expect([...states].sort()).to.deep.equal(['empty', 'named', 'partly', 'symbolic', 'unknown']);
    }
  });

  it('makes no point of a plot where the cemetery itself is only known to some kilometres', async () => {
    const at = async (name: string) => {
      const { _id } = await Cemeteries.findOne({ name }).orFail().lean();
      return Graves.countDocuments({ cemeteryId: _id, point: { $exists: true } });
    };
    expect(await at('Nghĩa trang liệt sĩ tỉnh Hậu Giang')).to.equal(0);
    expect(await at('Nghĩa trang liệt sĩ quốc gia Trường Sơn')).to.equal(2000);
  });

  it('keeps every tile of each drawing', async () => {
    for (const { _id, width, height, maxZoom } of await Diagrams.find().lean<Diagram[]>()) {
      let tiles = 0;
      for (
        let z = maxZoom, [w, h] = [width, height];
        z >= 0;
        z -= 1, [w, h] = [Math.ceil(w / 2), Math.ceil(h / 2)]
      )
        tiles += Math.ceil(w / 256) * Math.ceil(h / 256);
      expect(await DiagramTiles.countDocuments({ diagramId: _id })).to.equal(tiles);
    }
  });

  it('lets one walk from the gate to every plot', async () => {
    for (const { _id, network } of await Diagrams.find().lean<Diagram[]>()) {
      const ways = network as unknown as Network;
      const gate = ways.nodes.find((node) => node.gate)!.at;
      const graves = await Graves.find({ diagramId: _id }).sort({ number: 1 }).limit(60).lean<Grave[]>();
      for (const { diagramShape } of graves) {
        const [x, y] = [0, 1].map(
          (axis) => diagramShape!.reduce((sum, corner) => sum + corner[axis]!, 0) / diagramShape!.length,
        );
        expect(wayBetween(ways, gate, [x!, y!], false)).to.not.equal(undefined);
      }
    }
  });

  it('has the mess of real lists', async () => {
    const count = (filter: object) => Martyrs.countDocuments(filter);
    expect(await count({ birth: { $exists: false } })).to.be.greaterThan(500);
    expect(await count({ 'birth.precision': 'year' })).to.be.greaterThan(2000);
    expect(await count({ 'name.aliases.0': { $exists: true } })).to.be.greaterThan(300);
    expect(await count({ 'name.full': /^[a-z ]+$/i })).to.be.greaterThan(150);
    expect(await count({ firstBurial: { $exists: true } })).to.be.greaterThan(800);
    expect(await count({ 'identity.steps.3': { $exists: true } })).to.be.greaterThan(100);
    expect(await Graves.countDocuments({ 'martyrIds.1': { $exists: true } })).to.be.greaterThan(20);
    expect(await Graves.countDocuments({ information: 'unknown' })).to.be.greaterThan(500);
  });

  it('gives homes that are real places', async () => {
    const homes = await Martyrs.countDocuments({ home: { $exists: true } });
    expect(await Martyrs.countDocuments({ 'home.sure': true })).to.be.greaterThan(homes * 0.6);
    const ids = await Martyrs.distinct('home.placeId');
    expect(await Places.countDocuments({ _id: { $in: ids } })).to.equal(ids.length);
  });

  describe('when it is removed', () => {
    before(async () => {
      await given.dossiers(
        given.hai({
          code: 'LS0900001',
          grave: { cemetery: 'Nghĩa trang liệt sĩ tỉnh Hậu Giang', section: 'A', row: '12', number: '8' },
        }),
      );
      await removeDemo(mongoose.connection, () => undefined);
    });

    it('leaves what is real, and where it lies', async () => {
      const real = await Martyrs.find().lean<Martyr[]>();
      expect(real.map(({ code }) => code)).to.deep.equal(['LS0900001']);
      const graves = await Graves.find().lean<Grave[]>();
      expect(
        graves.map(({ _id, martyrIds }) => [String(_id), martyrIds.map(({ martyrId }) => String(martyrId))]),
      ).to.deep.equal([[String(real[0]!.graveId), [String(real[0]!._id)]]]);
      const cemeteries = await Cemeteries.find().lean<Cemetery[]>();
      expect(cemeteries.map(({ name, demo, counts }) => [name, demo, counts.graves])).to.deep.equal([
        ['Nghĩa trang liệt sĩ tỉnh Hậu Giang', undefined, 1],
      ]);
    });

    it('takes all else away but the places', async () => {
      expect([await Diagrams.countDocuments(), await DiagramTiles.countDocuments()]).to.deep.equal([0, 0]);
      expect(await Places.countDocuments()).to.be.greaterThan(14_000);
    });
  });
});
