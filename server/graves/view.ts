import { cemeteryLink, cemeteryPage, placedPoint } from '../cemeteries/view.ts';
import type { Cemetery } from '../cemeteries/model.ts';
import type { PartialDate } from '../dates/contract.ts';
import { formatPartialDate } from '../dates/format.ts';
import type { Language } from '../http/language.ts';
import type { Martyr } from '../martyrs/model.ts';
import { describePlace } from '../places/describe.ts';
import type { GraveView, IdentityView, MartyrLink, MoveView, NeighbourView, PlaceView } from './contract.ts';
import type { Grave } from './model.ts';

/** Stored values may be null where mongoose keeps an empty path; on the wire such a field is absent. */
export function present<T extends object>(fields: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };
}

/** A stored place in the words of then and of today. */
export function placeView(
  place: { text: string; placeId?: string | null; sure?: boolean | null },
  year: number | undefined,
  language: Language,
): PlaceView {
  const { today, todayPhrase, sure, point } = describePlace(present(place), year, language);
  return {
    text: place.text,
    sure,
    ...optional({ today, todayPhrase }),
    ...(point === undefined ? {} : { point: { type: 'Point', coordinates: point } }),
  };
}

export function identityView(identity: Grave['dna']): IdentityView {
  if (!identity) return { state: 'none', steps: [] };
  return {
    state: identity.state,
    steps: identity.steps.map(({ state, date, basis, paper }) => ({
      state,
      ...optional({ date: date as PartialDate | null, basis, paper }),
    })),
  };
}

/** The same where the type says that any may be absent. */
export function optional<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return present(fields);
}

export function moveViews(moves: Grave['moves'], language: Language): MoveView[] {
  return moves.map(({ kind, place, point, date, by }) => {
    const view = place ? placeView(place, date?.year ?? undefined, language) : undefined;
    return {
      kind,
      ...optional({ date: date as PartialDate | null | undefined, by }),
      ...(view ? { place: point ? { ...view, point: placedPoint(point).point } : view } : {}),
    };
  });
}

type Named = Pick<Martyr, 'code' | 'name' | 'birth' | 'death' | 'home'>;

/** A person as a list names him. */
export function martyrLink({ code, name, birth, death, home }: Named, language: Language): MartyrLink {
  return {
    code,
    name: name.full,
    ...(birth ? { birth: formatPartialDate(birth as PartialDate, language) } : {}),
    ...(death ? { death: formatPartialDate(death as PartialDate, language) } : {}),
    ...(home ? { home: home.text } : {}),
  };
}

export function positionOf({ section, row, number }: Pick<Grave, 'section' | 'row' | 'number'>) {
  return optional({ section, row, number });
}

/** One published grave. */
export function graveView(
  grave: Grave,
  cemetery: Cemetery,
  martyrs: Named[],
  neighbours: NeighbourView[],
  language: Language,
): GraveView {
  const id = String(grave._id);
  const self = `/api/v1/graves/${id}`;
  return {
    id,
    cemetery: cemeteryLink(cemetery, language),
    position: positionOf(grave),
    oldNumbers: grave.oldNumbers,
    information: grave.information,
    condition: grave.condition,
    identity: identityView(grave.dna),
    ...optional({ inscription: grave.inscription }),
    ...(grave.point ? { point: placedPoint(grave.point) } : {}),
    ...(grave.diagramId && grave.diagramShape
      ? { diagram: { id: String(grave.diagramId), shape: grave.diagramShape } }
      : {}),
    martyrs: martyrs.map((martyr) => martyrLink(martyr, language)),
    moves: moveViews(grave.moves, language),
    neighbours,
    photos: [],
    sources: grave.sources,
    demo: grave.demo === true,
    links: {
      self,
      page: `/mo/${id}`,
      cemetery: cemeteryPage(cemetery.code),
      ...(grave.diagramId ? { route: `${self}/route` } : {}),
    },
  };
}
