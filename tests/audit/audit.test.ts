import { expect } from 'chai';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mongoose from 'mongoose';
import { makeCheckpoint } from '../../server/audit/checkpoint.ts';
import { hashOfEvent } from '../../server/audit/hash.ts';
import {
  AuditCheckpoints,
  AuditEvents,
  AuditHeads,
  type AuditEvent,
  type StoredEvent,
} from '../../server/audit/model.ts';
import { recordAudit } from '../../server/audit/record.ts';
import { verifyAudit } from '../../server/audit/verify.ts';
import { inTransaction } from '../../server/database/transaction.ts';
import { atTheMachine } from '../../server/http/visit.ts';
import { freshDatabase } from '../support/database.ts';

const clerk = atTheMachine('can-bo');

/** An event as it was before the database gave it an id. */
function withoutId(event: StoredEvent): AuditEvent {
  const copy: Partial<StoredEvent> = { ...event };
  delete copy._id;
  return copy as AuditEvent;
}

describe('the audit trail', function () {
  this.timeout(60_000);
  freshDatabase();
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'tri-an-audit-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  const kinds = async () => (await verifyAudit(folder)).faults.map(({ kind }) => kind);
  const edits = () => mongoose.connection.collection<{ _id: string; text: string }>('edits');
  const edit = (id: string, text: string) =>
    inTransaction(async (session) => {
      await edits().updateOne({ _id: id }, { $set: { text } }, { session, upsert: true });
      await recordAudit(session, clerk, 'grave.change', { thing: { kind: 'grave', id }, after: { text } });
    });

  /** Does something to the database, sees what is found, and puts everything back. */
  const tampering = async (tamper: () => Promise<unknown>): Promise<string[]> => {
    const models = [AuditEvents, AuditHeads, AuditCheckpoints];
    const kept = await Promise.all(models.map((model) => model.collection.find().toArray()));
    await tamper();
    const found = await kinds();
    for (const [at, model] of models.entries()) {
      await model.collection.deleteMany({});
      await model.collection.insertMany(kept[at]!);
    }
    expect(await kinds(), 'put back').to.deep.equal([]);
    return found;
  };
  const someEvent = () => AuditEvents.findOne({ seq: 2 }).orFail().lean<StoredEvent>();

  before(async function () {
    await edits().insertOne({ _id: 'first', text: '' });
    for (let n = 0; n < 200; n += 1) await edit(`m${n}`, `hàng ${n} \ud800 “”`);
    await makeCheckpoint(folder);
    for (let n = 0; n < 200; n += 1) await edit(`m${n}`, `hàng ${n + 1}`);
  });

  it('holds every act, and is whole', async () => {
    const verified = await verifyAudit(folder);
    expect([verified.events, verified.checkpoints, verified.faults]).to.deep.equal([400, 1, []]);
  });

  it('has no event of a write that was given up, and no write without its event', async () => {
    const giveUp = inTransaction(async (session) => {
      await edits().updateOne({ _id: 'm1' }, { $set: { text: 'never' } }, { session });
      await recordAudit(session, clerk, 'grave.change', { thing: { kind: 'grave', id: 'given-up' } });
      throw new Error('given up');
    });
    expect(await giveUp.catch((error: unknown) => (error as Error).message)).to.equal('given up');
    expect(await AuditEvents.exists({ 'thing.id': 'given-up' })).to.equal(null);
    expect((await edits().findOne({ _id: 'm1' }))?.text).to.equal('hàng 2');
    expect(await kinds()).to.deep.equal([]);
  });

  const changes: [string, object][] = [
    ['who', { 'actor.name': 'nguoi khac' }],
    ['when', { at: new Date(0) }],
    ['what', { action: 'grave.read' }],
    ['which', { 'thing.id': 'm999' }],
    ['from where', { address: '1.2.3.4' }],
    ['before', { before: '{}' }],
    ['after', { after: '{"text":"khác"}' }],
    ['why', { reason: 'vì thế' }],
    ['its hash', { hash: 'f'.repeat(64) }],
  ];
  for (const [what, change] of changes)
    it(`shows a change of ${what}`, async () => {
      const { _id } = await someEvent();
      expect(await tampering(() => AuditEvents.collection.updateOne({ _id }, { $set: change }))).to.include(
        'changed',
      );
    });

  it('shows an event that was taken out of the middle', async () => {
    const { _id } = await someEvent();
    expect(await tampering(() => AuditEvents.collection.deleteOne({ _id }))).to.include('gap');
  });

  it('shows a change whose hash and all later hashes were made anew, when a checkpoint lies after it', async () => {
    const found = await tampering(async () => {
      const { chain } = await someEvent();
      let prev = '';
      for (const event of await AuditEvents.find({ chain }).sort({ seq: 1 }).lean<StoredEvent[]>()) {
        const { _id } = event;
        const forged: Omit<AuditEvent, 'hash'> = {
          ...withoutId(event),
          ...(event.seq > 1 ? { prev } : {}),
          reason: 'giả',
        };
        prev = hashOfEvent(forged);
        await AuditEvents.collection.updateOne({ _id }, { $set: { ...forged, hash: prev } });
      }
      await AuditHeads.collection.updateOne({ _id: chain as never }, { $set: { hash: prev } });
    });
    expect(found).to.deep.equal(['changed']);
  });

  it('shows that the newest events were cut off', async () => {
    const newest = await AuditEvents.find().sort({ at: -1 }).limit(5).lean<StoredEvent[]>();
    const _id = { $in: newest.map((event) => event._id) };
    expect(await tampering(() => AuditEvents.collection.deleteMany({ _id }))).to.include('cut');
  });

  /** Takes chains back to an earlier state, as if the later events had never been. */
  const cutBack = async (after: (event: StoredEvent) => boolean) => {
    for (const { _id: chain } of await AuditHeads.find().lean<{ _id: number }[]>()) {
      const all = await AuditEvents.find({ chain }).sort({ seq: 1 }).lean<StoredEvent[]>();
      const left = all.filter((event) => !after(event));
      await AuditEvents.collection.deleteMany({ _id: { $in: all.filter(after).map(({ _id }) => _id) } });
      await AuditHeads.collection.updateOne(
        { _id: chain as never },
        { $set: { seq: left.length, hash: left.at(-1)?.hash ?? '0'.repeat(64) } },
      );
    }
  };

  it('shows a cut that put the heads back too, as far as a checkpoint saw the events', async () => {
    expect(await tampering(() => cutBack(({ seq }) => seq > 2))).to.include('cut');
  });

  it('shows such a cut also when the checkpoints were taken out of the database: copies lie outside it', async () => {
    const found = await tampering(async () => {
      await cutBack(() => true);
      await AuditCheckpoints.collection.deleteMany({});
    });
    expect(found).to.include('checkpoint').and.to.include('cut');
  });

  it('shows a checkpoint that was changed, and an event that was added', async () => {
    expect(
      await tampering(() => AuditCheckpoints.collection.updateOne({}, { $set: { at: new Date(0) } })),
    ).to.include('checkpoint');
    expect(
      await tampering(async () => {
        const event = await AuditEvents.findOne().sort({ seq: -1 }).orFail().lean<StoredEvent>();
        const told = { ...withoutId(event), seq: event.seq + 1, prev: event.hash };
        await AuditEvents.collection.insertOne({ ...told, hash: hashOfEvent(told) });
      }),
    ).to.include('added');
  });

  it('does not make twenty writers at once wait for one another', async function () {
    const times: number[] = [];
    const start = performance.now();
    await Promise.all(
      Array.from({ length: 20 }, async (_none, writer) => {
        for (let n = 0; n < 25; n += 1) {
          const begun = performance.now();
          await edit(`w${writer}-${n}`, 'x');
          times.push(performance.now() - begun);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)]!;
    process.stdout.write(
      `      20 writers: ${Math.round(500 / seconds)} edits/s, p95 ${Math.round(p95)} ms, longest ${Math.round(times.at(-1)!)} ms\n`,
    );
    expect(await AuditEvents.countDocuments({ 'thing.id': /^w/ })).to.equal(500);
    expect(await kinds()).to.deep.equal([]);
    expect(p95).to.be.below(3000);
  });

  it('keeps what many writers did to one thing in the order they did it', async () => {
    await Promise.all(Array.from({ length: 20 }, (_none, n) => edit('same', `lần ${n}`)));
    expect(await AuditEvents.countDocuments({ 'thing.id': 'same' })).to.equal(20);
    const last = await AuditEvents.findOne({ 'thing.id': 'same' }).sort({ at: -1, _id: -1 }).orFail();
    expect(JSON.parse(last.after!)).to.deep.equal({ text: (await edits().findOne({ _id: 'same' }))?.text });
    expect(await kinds()).to.deep.equal([]);
  });
});
