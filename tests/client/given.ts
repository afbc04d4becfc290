import type { PageName, PageProps } from '../../server/pages/contract.ts';
import type { CemeteryView } from '../../server/cemeteries/contract.ts';
import type { PartialDate } from '../../server/dates/contract.ts';
import { parsePartialDate } from '../../server/dates/parse.ts';
import type { GraveView, RouteView } from '../../server/graves/contract.ts';
import type { MartyrView } from '../../server/martyrs/contract.ts';
import type { Hit, SearchAnswer } from '../../server/search/contract.ts';
import type { Statistics } from '../../server/statistics/contract.ts';

/** What pages are given in these tests: people by name, one of each kind of trouble. */
const date = (text: string): PartialDate => parsePartialDate(text);
const graveId = '65a000000000000000000007';
const diagramId = '65b000000000000000000001';

const shape: [number, number][] = [
  [700, 300],
  [718, 300],
  [718, 326],
  [700, 326],
];

/** Khu A, hàng 12, mộ 7 in Vị Thanh, with neighbours on both sides. */
export const grave: GraveView = {
  id: graveId,
  cemetery: {
    code: 'NT0123',
    name: 'Nghĩa trang liệt sĩ Vị Thanh',
    place: 'phường Vị Thanh, TP. Cần Thơ (trước 2025: TP. Vị Thanh, Hậu Giang)',
    gate: { point: { type: 'Point', coordinates: [105.4701, 9.7846] }, accuracyM: 20, approximate: false },
  },
  position: { section: 'A', row: '12', number: '7' },
  oldNumbers: ['143'],
  information: 'named',
  condition: 'worn',
  identity: { state: 'none', steps: [] },
  inscription: 'LIỆT SĨ\nNGUYỄN VĂN HẢI\nSN 1948 - HS 12.5.1968',
  point: { point: { type: 'Point', coordinates: [105.4709, 9.7851] }, accuracyM: 3, approximate: false },
  diagram: { id: diagramId, shape },
  martyrs: [
    { code: 'LS0001171', name: 'Nguyễn Văn Hải', birth: '1948', death: '12/5/1968', home: 'xã Vị Thanh' },
  ],
  moves: [],
  neighbours: [
    {
      id: '65a000000000000000000005',
      position: { section: 'A', row: '12', number: '5' },
      information: 'unknown',
      offset: -2,
    },
    {
      id: '65a000000000000000000006',
      position: { section: 'A', row: '12', number: '6' },
      information: 'named',
      name: 'Trần Thị Bé',
      code: 'LS0001172',
      offset: -1,
    },
    {
      id: '65a000000000000000000008',
      position: { section: 'A', row: '12', number: '8' },
      information: 'partly',
      name: 'LS HÙNG',
      offset: 1,
    },
  ],
  photos: [],
  sources: ['Danh sách quản trang 2019'],
  demo: true,
  links: {
    self: `/api/v1/graves/${graveId}`,
    page: `/mo/${graveId}`,
    cemetery: '/api/v1/cemeteries/NT0123',
    route: `/api/v1/graves/${graveId}/route`,
  },
};

export const route: RouteView = {
  lengthM: 140,
  pixels: [
    [400, 900],
    [400, 340],
    [709, 340],
    [709, 326],
  ],
  steps: [
    { text: 'Từ cổng, đi thẳng theo lối chính tới tượng đài', metres: 96 },
    { text: 'Rẽ phải vào lối giữa hàng 12 và hàng 13', metres: 40 },
    { text: 'Phần mộ ở bên trái, mộ thứ bảy', metres: 4 },
  ],
  from: 'gate',
};

/** A full dossier: many facts, sources that disagree, remains moved from a first burial. */
export const hai: MartyrView = {
  code: 'LS0001171',
  name: 'Nguyễn Văn Hải',
  aliases: ['Sáu Hải', 'Hải Vị Thanh'],
  gender: 'M',
  birth: date('1948'),
  death: date('12/5/1968'),
  enlisted: date('2/1966'),
  home: {
    text: 'xã Vị Thanh, Chương Thiện',
    today: 'xã Vị Thanh 1, TP. Cần Thơ',
    todayPhrase: 'nay là xã Vị Thanh 1, TP. Cần Thơ',
    sure: true,
  },
  deathPlace: {
    text: 'Long Mỹ',
    today: 'phường Long Mỹ, TP. Cần Thơ',
    todayPhrase: 'nay thuộc phường Long Mỹ, TP. Cần Thơ',
    sure: false,
  },
  firstBurial: {
    text: 'bìa rừng ấp 3, Long Mỹ',
    sure: true,
    point: { type: 'Point', coordinates: [105.571, 9.68] },
  },
  rank: 'Trung sĩ',
  position: 'tiểu đội trưởng',
  unit: { text: 'c3 d5 e12', words: 'Đại đội 3, Tiểu đoàn 5, Trung đoàn 12', sure: true },
  claims: [
    { field: 'birth', value: '1948', source: 'bằng Tổ quốc ghi công', confidence: 'high', accepted: true },
    { field: 'birth', value: '1946', source: 'bia mộ cũ', confidence: 'low', accepted: false },
    { field: 'death', value: '12/5/1968', source: 'giấy báo tử', confidence: 'medium', accepted: true },
  ],
  missing: ['circumstance', 'certificate', 'photo'],
  completeness: 'partial',
  identity: {
    state: 'sampled',
    steps: [
      { state: 'candidate', date: date('1986'), basis: 'đồng đội xác nhận' },
      { state: 'sampled', date: date('4/2026') },
    ],
  },
  anniversary: {
    day: 16,
    month: 4,
    leap: false,
    text: 'ngày 16 tháng 4 (âm lịch)',
    next: '2027-05-21',
  },
  grave,
  moves: [
    {
      kind: 'first-burial',
      place: {
        text: 'bìa rừng ấp 3, Long Mỹ',
        sure: true,
        point: { type: 'Point', coordinates: [105.571, 9.68] },
      },
      date: date('5/1968'),
    },
    { kind: 'gathered', date: date('1986'), by: 'đội quy tập huyện Long Mỹ' },
    { kind: 'moved', place: { text: 'Nghĩa trang liệt sĩ Vị Thanh', sure: true }, date: date('1986') },
  ],
  photos: [],
  sources: ['Danh sách huyện Long Mỹ 1986'],
  demo: true,
  updatedAt: '2026-11-01T00:00:00.000Z',
  links: { self: '/api/v1/martyrs/LS0001171', page: '/liet-si/LS0001171' },
};

/** A dossier of which hardly anything is known, no grave either. */
export const be: MartyrView = {
  code: 'LS0000002',
  name: 'Trần Thị Bé',
  aliases: [],
  gender: 'F',
  death: date('1972'),
  deathPlace: { text: 'mặt trận phía Nam', sure: false },
  claims: [],
  missing: ['birth', 'home', 'unit', 'grave', 'photo'],
  completeness: 'none',
  identity: { state: 'none', steps: [] },
  moves: [],
  photos: [],
  sources: [],
  demo: true,
  updatedAt: '2026-11-01T00:00:00.000Z',
  links: { self: '/api/v1/martyrs/LS0000002', page: '/liet-si/LS0000002' },
};

/** A grave without a name, in a cemetery known to 5 km only. */
export const nameless: GraveView = {
  ...grave,
  id: '65a000000000000000000005',
  cemetery: {
    ...grave.cemetery,
    code: 'NT0200',
    name: 'Nghĩa trang liệt sĩ Long Mỹ',
    gate: { point: { type: 'Point', coordinates: [105.57, 9.68] }, accuracyM: 5000, approximate: true },
  },
  position: { section: 'B', row: '2' },
  oldNumbers: [],
  information: 'unknown',
  condition: 'not-checked',
  martyrs: [],
  neighbours: [],
  links: { ...grave.links, page: '/mo/65a000000000000000000005' },
};
Reflect.deleteProperty(nameless, 'inscription');
Reflect.deleteProperty(nameless, 'diagram');
Reflect.deleteProperty(nameless, 'point');

const hit = (name: string, code: string, more: Partial<Hit>): Hit => ({
  id: code,
  code,
  kind: 'martyr',
  name,
  score: 10,
  reasons: [],
  demo: true,
  ...more,
});

const vithanh = {
  id: graveId,
  cemetery: { code: 'NT0123', name: 'Nghĩa trang liệt sĩ Vị Thanh', point: grave.cemetery.gate! },
  position: grave.position,
  information: 'named',
} as const;

export const hits: Hit[] = [
  hit('Nguyễn Văn Hải', 'LS0001171', {
    aliases: ['Sáu Hải'],
    birth: '1948',
    home: 'xã Vị Thanh, Chương Thiện · nay là xã Vị Thanh 1, TP. Cần Thơ',
    unit: 'c3 d5 e12',
    death: '12/5/1968',
    grave: vithanh,
    reasons: [
      { field: 'name', given: 'nguyen van hai', found: 'Nguyễn Văn Hải', how: 'accents', weight: 9 },
      { field: 'home', given: 'vi thanh', found: 'xã Vị Thanh', how: 'same-commune', weight: 6 },
      { field: 'deathYear', given: '1968', found: '1968', how: 'same', weight: 2 },
    ],
  }),
  hit('Nguyễn Văn Hãi', 'LS0002044', {
    birth: '1946',
    home: 'huyện Gò Quao, Rạch Giá',
    death: '1969',
    reasons: [
      { field: 'name', given: 'nguyen van hai', found: 'Nguyễn Văn Hãi', how: 'sounds-alike', weight: 7 },
      { field: 'home', given: 'vi thanh', found: 'huyện Gò Quao', how: 'other-place', weight: -2 },
      { field: 'deathYear', given: '1968', found: '1969', how: 'near-year', weight: 1 },
      { field: 'unit', given: 'c3', how: 'not-known', weight: 0 },
    ],
  }),
  hit('Nguyễn V. H.', '', {
    id: '65a000000000000000000009',
    kind: 'grave',
    grave: {
      id: '65a000000000000000000009',
      cemetery: {
        code: 'NT0200',
        name: 'Nghĩa trang liệt sĩ Long Mỹ',
        point: nameless.cemetery.gate!,
      },
      position: { section: 'B', row: '3', number: '11' },
      information: 'partly',
      inscription: 'LS NG. V. H.',
    },
    reasons: [{ field: 'name', given: 'nguyen van hai', found: 'NG. V. H.', how: 'initials', weight: 4 }],
  }),
];

export const answer: SearchAnswer = {
  total: { value: 143, relation: 'gte' },
  hits,
  facets: {
    home: [
      { value: 12, label: 'TP. Cần Thơ', count: 41 },
      { value: 30, label: 'An Giang', count: 12 },
    ],
    cemetery: [
      { value: 'NT0123', label: 'Nghĩa trang liệt sĩ Vị Thanh', count: 20 },
      { value: 'NT0200', label: 'Nghĩa trang liệt sĩ Long Mỹ', count: 3 },
    ],
    death: [
      { value: '1968', label: '1968', count: 30 },
      { value: '1969', label: '1969', count: 9 },
    ],
    status: [
      { value: 'named', label: 'named', count: 100 },
      { value: 'unknown', label: 'unknown', count: 43 },
    ],
  },
  tookMs: 4,
  cursor: 'next-1',
  read: {
    chips: [
      { field: 'name', text: 'Nguyen Van Hai', from: 'Nguyen Van Hai', alternatives: [] },
      {
        field: 'home',
        text: 'Vi Thanh',
        from: 'Vi Thanh',
        alternatives: [{ field: 'deathPlace', text: 'Vi Thanh' }],
      },
      { field: 'deathYear', text: '1968', from: 'hy sinh 1968', alternatives: [] },
    ],
  },
  ask: ['birthYear', 'unit'],
};

export const statistics: Statistics = {
  martyrs: 5000,
  martyrsWithGrave: 3902,
  graves: {
    total: 4700,
    named: 3412,
    partly: 61,
    unknown: 1207,
    empty: 12,
    symbolic: 8,
    placed: 2600,
    photographed: 0,
  },
  cemeteries: { total: 234, withDiagram: 2, pointKnown: 118 },
  identification: { sampled: 40, typed: 20, matched: 9, decided: 4 },
  completeness: { full: 1000, partial: 3500, none: 500 },
  byProvince: [],
  byDeathYear: [],
  countedAt: '2026-11-24T00:00:00.000Z',
};

export const cemetery: CemeteryView = {
  ...grave.cemetery,
  kind: 'district',
  provinceNow: 'TP. Cần Thơ',
  counts: {
    graves: 2000,
    named: 1400,
    partly: 60,
    unknown: 520,
    empty: 12,
    symbolic: 8,
    placed: 2000,
    photographed: 30,
    checked: 700,
  },
  hasDiagram: true,
  communeSure: false,
  sections: ['A', 'B'],
  managedBy: 'UBND phường Vị Thanh',
  founded: 1978,
  reported: { graves: 2100, unknown: 600 },
  diagrams: [{ id: diagramId, title: 'Sơ đồ toàn nghĩa trang' }],
  rows: ['A', 'B'].flatMap((section) =>
    ['1', '2', '12'].map((row) => ({ section, row, graves: 40, named: 30, unknown: 10 })),
  ),
  sources: ['Công báo tỉnh'],
  confidence: 'medium',
  demo: true,
  links: { self: '/api/v1/cemeteries/NT0123', page: '/nghia-trang/NT0123' },
};

const qr = { path: 'M4 4h1v1h-1z', size: 33, url: 'http://localhost:3000/liet-si/LS0001171' };

type Given = Omit<PageProps, 'frame'> & { name: string };

/** Every page, some with more than one kind of content. */
export const givenPages: Given[] = [
  { name: 'home', page: 'home', data: { statistics } },
  {
    name: 'results',
    page: 'results',
    data: { query: { q: 'Nguyen Van Hai, Vi Thanh, hy sinh 1968' }, answer },
  },
  {
    name: 'results-none',
    page: 'results',
    data: {
      query: { q: 'Xyz', status: 'named', onlyDeath: '1950' },
      answer: {
        ...answer,
        total: { value: 0, relation: 'eq' },
        hits: [],
        facets: { home: [], cemetery: [], death: [], status: [] },
        relax: [{ filter: 'onlyDeath', count: 12 }],
        read: { chips: [] },
      },
    },
  },
  {
    name: 'martyr',
    page: 'martyr',
    data: { martyr: hai, route, qr, back: { href: '/tim?q=nguyen+van+hai', words: 'nguyen van hai' } },
  },
  { name: 'martyr-no-grave', page: 'martyr', data: { martyr: be, qr } },
  { name: 'grave', page: 'grave', data: { grave, route, qr } },
  { name: 'grave-nameless', page: 'grave', data: { grave: nameless, qr } },
  {
    name: 'cemeteries',
    page: 'cemeteries',
    data: {
      list: {
        total: 2,
        items: [cemetery, { ...cemetery, ...nameless.cemetery, hasDiagram: false }],
        cursor: 'c2',
      },
      q: 'vi thanh',
      province: '',
      provinces: [{ name: 'TP. Cần Thơ', cemeteries: 9 }],
    },
  },
  { name: 'cemetery', page: 'cemetery', data: { cemetery, qr } },
  {
    name: 'cemetery-row',
    page: 'cemetery',
    data: {
      cemetery,
      qr,
      found: {
        title: 'Khu A, hàng 12',
        graves: [
          {
            id: graveId,
            section: 'A',
            row: '12',
            number: '7',
            state: 'named',
            name: 'Nguyễn Văn Hải',
            code: 'LS0001171',
            shape,
          },
        ],
      },
    },
  },
  { name: 'map', page: 'map', data: { oldBorders: 'none' } },
  {
    name: 'contact',
    page: 'contact',
    data: {
      office: { name: 'Sở Nội vụ TP. Cần Thơ', phone: '0292 3 820 000', email: 'noivu@example.vn' },
      about: { code: 'LS0001171', name: 'Nguyễn Văn Hải', url: 'http://localhost:3000/liet-si/LS0001171' },
    },
  },
  { name: 'about', page: 'about', data: { statistics, mapCredits: 'Natural Earth; OpenStreetMap' } },
  {
    name: 'problem',
    page: 'problem',
    data: { status: 404, title: 'Không tìm thấy', detail: 'Không có hồ sơ liệt sĩ nào ở địa chỉ này.' },
  },
] as Given[];

/** The same pages with a frame, in a language. */
export function framed(language: 'vi' | 'en'): { name: string; props: PageProps }[] {
  return givenPages.map(({ name, page, data }) => ({
    name,
    props: {
      page: page satisfies PageName,
      data,
      frame: { language, otherLanguage: language === 'vi' ? '/en/x' : '/x', demo: true },
    } as PageProps,
  }));
}
