import type { Connection, Types } from 'mongoose';
import { placedPoint } from '../cemeteries/view.ts';
import type { Hit, Reason } from './contract.ts';
import type { Ground } from './explain.ts';
import { HitStore } from './hit-store.ts';
import type { CemeteryEntry, Found } from './messages.ts';

interface StoredDate {
  text?: string;
  year?: number;
}
interface StoredGrave {
  _id: Types.ObjectId;
  cemeteryId?: Types.ObjectId;
  section?: string;
  row?: string;
  number?: string;
  information: NonNullable<Hit['grave']>['information'];
  inscription?: string;
  demo?: boolean;
}
interface StoredMartyr {
  _id: Types.ObjectId;
  code: string;
  name: { full: string; aliases?: string[] };
  birth?: StoredDate;
  death?: StoredDate;
  home?: { text: string };
  deathPlace?: { text: string };
  unit?: string;
  graveId?: Types.ObjectId;
  demo?: boolean;
}

const martyrFields: Record<string, 1> = {
  code: 1,
  name: 1,
  birth: 1,
  death: 1,
  home: 1,
  deathPlace: 1,
  unit: 1,
  graveId: 1,
  demo: 1,
};
const graveFields: Record<string, 1> = {
  cemeteryId: 1,
  section: 1,
  row: 1,
  number: 1,
  information: 1,
  inscription: 1,
  demo: 1,
};

/** Shows hits in the record's own words. */
export class HitShower {
  private readonly martyrs = new HitStore<StoredMartyr>('martyrs', martyrFields);
  private readonly graves = new HitStore<StoredGrave>('graves', graveFields);

  constructor(private readonly connection: Connection) {}

  /** What changed is read anew; without ids everything is. */
  forget(ids?: readonly string[]): void {
    this.martyrs.forget(ids);
    this.graves.forget(ids);
  }

  /** What the page shows of each hit. One that was taken away meanwhile is left out. */
  async show(found: Found, cemeteries: ReadonlyMap<string, CemeteryEntry>): Promise<Hit[]> {
    const idsOf = (kind: 'martyr' | 'grave') =>
      found.hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
    const martyrs = await this.martyrs.read(this.connection, idsOf('martyr'));
    const graveIds = [...martyrs.values()].flatMap(({ graveId }) => graveId?.toHexString() ?? []);
    const graves = await this.graves.read(this.connection, [...idsOf('grave'), ...graveIds]);
    return showAll(found, martyrs, graves, cemeteries);
  }
}

function showAll(
  found: Found,
  martyrs: ReadonlyMap<string, StoredMartyr>,
  graves: ReadonlyMap<string, StoredGrave>,
  cemeteries: ReadonlyMap<string, CemeteryEntry>,
): Hit[] {
  return found.hits.flatMap((hit) => {
    const martyr = martyrs.get(hit.id);
    const grave =
      hit.kind === 'grave'
        ? graves.get(hit.id)
        : martyr?.graveId === undefined
          ? undefined
          : graves.get(martyr.graveId.toHexString());
    if (martyr === undefined && grave === undefined) return [];
    const shown = martyr === undefined ? {} : martyrShown(martyr);
    const lies = grave === undefined ? {} : { grave: graveShown(grave, cemeteries) };
    const name =
      martyr === undefined && grave?.inscription !== undefined && grave.information !== 'unknown'
        ? { name: grave.inscription }
        : {};
    const view = { ...name, ...shown, ...lies };
    return [
      {
        id: hit.id,
        kind: hit.kind,
        ...view,
        score: hit.score,
        reasons: hit.grounds.map((ground) => reason(ground, found.asked, view)),
        demo: martyr?.demo ?? grave?.demo ?? false,
      },
    ];
  });
}

function martyrShown(martyr: StoredMartyr) {
  const { code, name, birth, death, home, deathPlace, unit } = martyr;
  const date = (value: StoredDate | undefined) =>
    (value?.text ?? '') || (value?.year === undefined ? '' : String(value.year));
  return {
    code,
    name: name.full,
    ...((name.aliases ?? []).length > 0 ? { aliases: name.aliases! } : {}),
    ...(date(birth) === '' ? {} : { birth: date(birth) }),
    ...(date(death) === '' ? {} : { death: date(death) }),
    ...(home == null ? {} : { home: home.text }),
    ...(deathPlace == null ? {} : { deathPlace: deathPlace.text }),
    ...(unit == null ? {} : { unit }),
  };
}

function graveShown(
  grave: StoredGrave,
  cemeteries: ReadonlyMap<string, CemeteryEntry>,
): NonNullable<Hit['grave']> {
  const cemetery =
    grave.cemeteryId === undefined ? undefined : cemeteries.get(grave.cemeteryId.toHexString());
  const point = cemetery?.point;
  return {
    id: grave._id.toHexString(),
    ...(cemetery === undefined
      ? {}
      : {
          cemetery: {
            code: cemetery.code,
            name: cemetery.name,
            ...(point === undefined ? {} : { point: placedPoint(point) }),
          },
        }),
    position: {
      ...(grave.section == null ? {} : { section: grave.section }),
      ...(grave.row == null ? {} : { row: grave.row }),
      ...(grave.number == null ? {} : { number: grave.number }),
    },
    information: grave.information,
    ...(grave.inscription == null ? {} : { inscription: grave.inscription }),
  };
}

/** Puts the record's own words to a ground. */
function reason(
  { field, how, also, weight }: Ground,
  asked: Record<string, string>,
  hit: Omit<Partial<Hit>, 'reasons'>,
): Reason {
  const recorded: Record<Reason['field'], string | undefined> = {
    name: also.includes('alias') ? [hit.name, ...(hit.aliases ?? [])].join(', ') : hit.name,
    alias: [hit.name, ...(hit.aliases ?? [])].filter((name) => name !== undefined).join(', '),
    birthYear: hit.birth,
    age: hit.birth === undefined || hit.death === undefined ? undefined : `${hit.birth} – ${hit.death}`,
    home: hit.home,
    unit: hit.unit,
    deathYear: hit.death,
    deathPlace: hit.deathPlace,
    cemetery: hit.grave?.cemetery?.name,
    near: hit.grave?.cemetery?.name,
  };
  const found = recorded[field];
  return {
    field,
    given: asked[field] ?? asked['name'] ?? '',
    ...(found === undefined ? {} : { found }),
    how,
    ...(also.length > 0 ? { also } : {}),
    weight,
  };
}
