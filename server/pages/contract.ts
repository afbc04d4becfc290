import type { CemeteryList, CemeteryView } from '../cemeteries/contract.ts';
import type { DiagramView } from '../diagrams/contract.ts';
import type { GraveView, RouteView } from '../graves/contract.ts';
import type { Language } from '../http/language.ts';
import type { MartyrView } from '../martyrs/contract.ts';
import type { SearchAnswer, SearchQuery } from '../search/contract.ts';
import type { Statistics } from '../statistics/contract.ts';
import type { DecodeAnswer, NearCemetery, UnitStatistics, UnitView, Whereabouts } from '../units/contract.ts';

/** Black modules of a QR code as one SVG path, on a square of `size` units with its quiet zone. */
export interface Qr {
  path: string;
  size: number;
  url: string;
}

/** The office that answers families (settings OFFICE_*). */
export interface Office {
  name: string;
  phone?: string;
  email?: string;
  address?: string;
}

/** What each page is given. Pages are functions of this and nothing else, on the server and in the browser. */
export interface PageData {
  home: { statistics: Statistics };
  /** `query` holds what was asked, as strings for the form's fields; `problem` says in words what could not be read. */
  results: { query: SearchQuery; answer: SearchAnswer; problem?: string; relaxed?: boolean };
  martyr: { martyr: MartyrView; route?: RouteView; qr: Qr; back?: { href: string; words: string } };
  grave: { grave: GraveView; route?: RouteView; qr: Qr; back?: { href: string; words: string } };
  cemeteries: {
    list: CemeteryList;
    q: string;
    province: string;
    provinces: { name: string; cemeteries: number }[];
  };
  /** Plots are fetched by the page's script from `diagram.url`; the list of rows stands in the page without script. */
  cemetery: {
    cemetery: CemeteryView;
    /** Graves of the row or the search asked for (`?hang=`, `?khu=`, `?q=`), for readers without script. */
    found?: { title: string; graves: DiagramView['plots'] };
    qr: Qr;
  };
  map: { oldBorders: 'none' | '1976' | '2004' };
  /** `places` tells where each meaning was in the year asked for; `chosen` is the one on the map. */
  decode: {
    question: { text: string; year: string; theatre: string; home: string };
    answer?: DecodeAnswer;
    places: Whereabouts[];
    chosen?: string;
    /** What could not be read, in words. */
    problem?: string;
    statistics: UnitStatistics;
  };
  unit: { unit: UnitView; where: Whereabouts; cemeteries: NearCemetery[] };
  /** How to reach the office: report, correct, ask (until its own form exists). `about` is what the person came from. */
  contact: { office: Office; about?: { code: string; name: string; url: string } };
  about: { statistics: Statistics; mapCredits: string };
  problem: { status: number; title: string; detail: string };
}
export type PageName = keyof PageData;

/** What every page's frame is given. */
export interface FrameProps {
  language: Language;
  /** Path and query in the other language, for the switch. */
  otherLanguage: string;
  /** Demonstration data is loaded: every page says so. */
  demo: boolean;
  /** Outside tiles, when the settings name some. */
  tiles?: { url: string; credit: string };
}

export type PageProps = { [N in PageName]: { page: N; data: PageData[N]; frame: FrameProps } }[PageName];
