import { get, type Route } from '../http/route.ts';
import {
  DecodeAnswer,
  DecodeQuery,
  UnitList,
  UnitMovements,
  UnitParams,
  UnitQuery,
  UnitStatistics,
  UnitView,
} from './contract.ts';
import { decodeUnit } from './decode.ts';
import { seedGazetteer } from './gazetteer.ts';
import { asCsv, asNdjson, tables } from './open-data.ts';
import { listUnits, readMovements, readUnit } from './read.ts';
import { readUnitStatistics } from './statistics.ts';

const may = 'unit.read' as const;
/** The gazetteer changes by a decision of staff, not by the minute. */
const cache = 'public, max-age=300';

/** Reads the gazetteer and decodes once, so that the first family waits no longer than the next. */
function warmGazetteer() {
  const gazetteer = seedGazetteer();
  decodeUnit({ text: 'c3 d5 e12 f7, KB', year: 1968 }, gazetteer);
  return gazetteer;
}

/** Offered routes; made before the site answers. */
export function unitRoutes(): Route[] {
  const gazetteer = warmGazetteer();
  return [
    get(
      '/units',
      { may, summary: 'Units of the gazetteer', query: UnitQuery, reply: UnitList, cache },
      ({ query }) => listUnits(gazetteer, query),
    ),
    get(
      '/units/decode',
      { may, summary: 'What a code or unit string can mean', query: DecodeQuery, reply: DecodeAnswer, cache },
      ({ query: { text, code, ...known } }) => decodeUnit({ text: text ?? code!, ...known }, gazetteer),
    ),
    get(
      '/units/statistics',
      { may, summary: 'How far the units in dossiers are understood', reply: UnitStatistics },
      () => readUnitStatistics(),
    ),
    ...tables.flatMap((table) => [
      get(
        `/units/data/${table}.csv`,
        { may, summary: `Open data: ${table}, CSV`, reply: { bytes: 'text/csv' }, cache },
        () => ({ bytes: asCsv(gazetteer, table) }),
      ),
      get(
        `/units/data/${table}.ndjson`,
        { may, summary: `Open data: ${table}, NDJSON`, reply: { bytes: 'application/x-ndjson' }, cache },
        () => ({ bytes: asNdjson(gazetteer, table) }),
      ),
    ]),
    get(
      '/units/:id',
      { may, summary: 'One unit in its period', params: UnitParams, reply: UnitView, cache },
      ({ params }) => readUnit(gazetteer, params.id),
    ),
    get(
      '/units/:id/movements',
      { may, summary: 'Where a unit was, as GeoJSON', params: UnitParams, reply: UnitMovements, cache },
      ({ params }) => readMovements(gazetteer, params.id),
    ),
  ];
}
