import { expect } from 'chai';
import mongoose from 'mongoose';
import { loadPlaces } from '../../server/places/load.ts';
import { Places } from '../../server/places/model.ts';
import { freshDatabase } from '../support/database.ts';

describe('the collection of places', () => {
  freshDatabase();

  it('holds three periods, and loading again makes none twice', async () => {
    const before = await Places.countDocuments();
    expect(before).to.be.greaterThan(14_000);
    await loadPlaces(mongoose.connection);
    expect(await Places.countDocuments()).to.equal(before);
  });

  it('leads from an old province to those of June 2025 and on to today', async () => {
    const old = await Places.findOne({ name: 'Hà Nam Ninh' }).orFail().lean();
    expect(old).to.include({ from: 1975, to: 1991, level: 'province' });
    const next = await Places.find({ _id: { $in: old.becameIds } }).lean();
    expect(next.map(({ name }) => name).sort()).to.deep.equal(['Hà Nam', 'Nam Định', 'Ninh Bình']);
    const now = new Set(next.flatMap(({ becameIds }) => becameIds));
    expect([...now]).to.deep.equal(['p2026-37']);
    expect(await Places.findById('p2026-37').lean()).to.include({ name: 'Ninh Bình' });
  });

  it('leads from a commune of today back to those it was made of', async () => {
    const made = await Places.find({ becameIds: 'c2026-31465' }).lean();
    expect(made.map(({ name }) => name).sort()).to.deep.equal(['Vị Bình', 'Vị Thanh', 'Vị Đông']);
  });
});
