import type { CemeteryLink, PlacedPoint } from '../graves/contract.ts';
import type { Language } from '../http/language.ts';
import type { CemeterySummary, CemeteryView } from './contract.ts';
import type { Cemetery } from './model.ts';

/** Farther off than this a point is a region and no gate: a ring on the map, and no route to it. */
export const pinM = 200;

interface StoredPoint {
  lng: number;
  lat: number;
  accuracyM: number;
}

/** A stored point as it is given out. */
export function placedPoint({ lng, lat, accuracyM }: StoredPoint): PlacedPoint {
  return { point: { type: 'Point', coordinates: [lng, lat] }, accuracyM, approximate: accuracyM > pinM };
}

type Placed = Pick<
  Cemetery,
  'communeNow' | 'provinceNow' | 'districtBefore' | 'provinceBefore' | 'communeSure'
>;

/** Where a cemetery is, in the words of today and of before 1/7/2025, which families still use. */
export function placeOf(cemetery: Placed, language: Language): string {
  const now = [cemetery.communeSure ? cemetery.communeNow : undefined, cemetery.provinceNow]
    .filter(Boolean)
    .join(', ');
  const before = [cemetery.districtBefore, cemetery.provinceBefore].filter(Boolean).join(', ');
  if (before === '' || before === now) return now;
  if (now === '') return before;
  return language === 'vi' ? `${now} (trước 2025: ${before})` : `${now} (before 2025: ${before})`;
}

export function cemeteryPage(code: string): string {
  return `/nghia-trang/${code}`;
}

/** The cemetery as other records name it. */
export function cemeteryLink(cemetery: Cemetery, language: Language): CemeteryLink {
  return {
    code: cemetery.code,
    name: cemetery.name,
    place: placeOf(cemetery, language),
    ...(cemetery.point ? { gate: placedPoint(cemetery.point) } : {}),
  };
}

export function cemeterySummary(
  cemetery: Cemetery,
  hasDiagram: boolean,
  language: Language,
): CemeterySummary {
  return {
    ...cemeteryLink(cemetery, language),
    kind: cemetery.kind,
    ...(cemetery.provinceNow == null ? {} : { provinceNow: cemetery.provinceNow }),
    counts: countsOf(cemetery),
    ...(cemetery.reported?.graves == null ? {} : { reportedGraves: cemetery.reported.graves }),
    hasDiagram,
  };
}

function countsOf({ counts }: Cemetery): CemeterySummary['counts'] {
  const { graves, named, partly, unknown, empty, symbolic, placed, photographed, checked } = counts;
  return { graves, named, partly, unknown, empty, symbolic, placed, photographed, checked };
}

/** The whole cemetery, for its page and its address. */
export function cemeteryView(
  cemetery: Cemetery,
  diagrams: CemeteryView['diagrams'],
  rows: CemeteryView['rows'],
  language: Language,
): CemeteryView {
  const { communeNow, districtBefore, provinceBefore, managedBy, founded, notes, reported, point } = cemetery;
  return {
    ...cemeterySummary(cemetery, diagrams.length > 0, language),
    ...(communeNow == null ? {} : { communeNow }),
    ...(districtBefore == null ? {} : { districtBefore }),
    ...(provinceBefore == null ? {} : { provinceBefore }),
    ...(managedBy == null ? {} : { managedBy }),
    ...(founded == null ? {} : { founded }),
    ...(notes == null ? {} : { notes }),
    ...(point ? { pointBasis: point.how } : {}),
    communeSure: cemetery.communeSure,
    sections: cemetery.sections,
    reported: {
      ...(reported?.graves == null ? {} : { graves: reported.graves }),
      ...(reported?.unknown == null ? {} : { unknown: reported.unknown }),
    },
    diagrams,
    rows,
    sources: cemetery.sources,
    confidence: cemetery.confidence,
    demo: cemetery.demo === true,
    links: { self: `/api/v1/cemeteries/${cemetery.code}`, page: cemeteryPage(cemetery.code) },
  };
}
