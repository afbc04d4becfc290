import type { Types } from 'mongoose';
import { Diagrams } from '../diagrams/model.ts';
import { Graves } from '../graves/model.ts';
import type { Language } from '../http/language.ts';
import { problem } from '../http/problem.ts';
import { inOrder } from '../text/order.ts';
import type { CemeteryView } from './contract.ts';
import { Cemeteries, type Cemetery } from './model.ts';
import { cemeteryView } from './view.ts';

/** @throws Problem 404 */
export async function findCemetery(code: string): Promise<Cemetery> {
  const cemetery = await Cemeteries.findOne({ code, status: 'published' }).lean<Cemetery>();
  if (!cemetery) throw problem.notFound('cemetery');
  return cemetery;
}

/** One published cemetery with its diagrams and rows. */
export async function readCemetery(code: string, language: Language): Promise<CemeteryView> {
  const cemetery = await findCemetery(code);
  const [diagrams, rows] = await Promise.all([
    Diagrams.find({ cemeteryId: cemetery._id, status: 'published' }, { title: 1 }).lean(),
    rowsOf(cemetery._id),
  ]);
  return cemeteryView(
    cemetery,
    diagrams.map(({ _id, title }) => ({ id: String(_id), title })),
    rows,
    language,
  );
}

interface Row {
  _id: { section?: string; row?: string };
  graves: number;
  named: number;
  unknown: number;
}

/** Rows in the order one walks them: "2" before "10", "12" before "12A". */
async function rowsOf(cemeteryId: Types.ObjectId): Promise<CemeteryView['rows']> {
  const count = (...states: string[]) => ({ $sum: { $cond: [{ $in: ['$information', states] }, 1, 0] } });
  const rows = await Graves.aggregate<Row>([
    { $match: { cemeteryId, status: 'published', number: { $exists: true } } },
    {
      $group: {
        _id: { section: '$section', row: '$row' },
        graves: { $sum: 1 },
        named: count('named', 'partly'),
        unknown: count('unknown'),
      },
    },
  ]);
  return rows
    .map(({ _id, graves, named, unknown }) => ({ ..._id, graves, named, unknown }))
    .sort((a, b) => inOrder(a.section, b.section) || inOrder(a.row, b.row));
}
