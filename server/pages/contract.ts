import type { AccountList, AccountView, Enrolment, Issued, OwnAccount } from '../accounts/contract.ts';
import type { AuditList } from '../audit/contract.ts';
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

/** What came of a form that was sent. */
export interface Sent {
  /** Which of the page's forms it was. */
  do: string;
  /** In words, where no single field is to blame. */
  problem?: string;
  /** What is wrong, by the field's name. */
  errors: Record<string, string>;
  /** What was typed, but no passwords. */
  values: Record<string, string>;
}

/** What every page with forms may be given besides its own. */
export interface WithForms {
  sent?: Sent;
  /** The form that was done, to say so. */
  done?: string;
}

/** An authenticator app to set up. */
export type EnrolmentWithQr = Enrolment & { qr: Qr };

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
  /** `to` is where one wanted to go; `codes` are the recovery codes, shown once. */
  signIn: WithForms & {
    stage: 'none' | 'code' | 'enrol' | 'password' | 'full';
    to: string;
    enrolment?: EnrolmentWithQr;
    codes?: string[];
  };
  account: WithForms & { own: OwnAccount; enrolment?: EnrolmentWithQr; codes?: string[] };
  /** `areas`: places that the typed name can mean, to choose from. */
  accounts: WithForms & {
    list: AccountList;
    q: string;
    role: string;
    issued?: Issued;
    areas?: { id: string; name: string }[];
  };
  staff: WithForms & { account: AccountView; issued?: Issued; areas?: { id: string; name: string }[] };
  /** `problem` says what of the question could not be read. */
  audit: { query: Record<string, string>; list: AuditList; problem?: string };
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
  /** Who has signed in; absent for everybody else. */
  person?: { name: string; fullName: string; role: AccountView['role']; manages: boolean; audits: boolean };
  /** What the page's own forms send along, so that no other site's form is taken for one. */
  form?: string;
}

export type PageProps = { [N in PageName]: { page: N; data: PageData[N]; frame: FrameProps } }[PageName];
