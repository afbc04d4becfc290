import type { DecodeQuestion, Said } from './contract.ts';
import type { Confidence } from './gazetteer.ts';
import { fold } from './read/text.ts';

/** A candidate's score while it is weighed, and what has been said for and against it. */
export interface Weight {
  score: number;
  steps: Said[];
}

/** What is weighed: a unit in its period, or a meaning given in words. */
export interface Period {
  from: string;
  to: string;
  theatre: string;
  area: string;
}

/** Provinces of Nam Bộ, old and new: men from there mostly served in theatre B2 or near home. */
const NAM_BO = [
  ...[
    'an giang',
    'ba ria',
    'bac lieu',
    'ben tre',
    'bien hoa',
    'binh duong',
    'binh long',
    'binh phuoc',
    'ca mau',
    'can tho',
  ],
  ...[
    'chau doc',
    'cho lon',
    'chuong thien',
    'cuu long',
    'dong nai',
    'dong thap',
    'gia dinh',
    'go cong',
    'ha tien',
    'hau giang',
  ],
  ...[
    'ho chi minh',
    'kien giang',
    'kien hoa',
    'kien phong',
    'kien tuong',
    'long an',
    'long chau ha',
    'long chau sa',
  ],
  ...[
    'long chau tien',
    'long khanh',
    'minh hai',
    'my tho',
    'phuoc long',
    'phuoc tuy',
    'rach gia',
    'sa dec',
    'sai gon',
    'soc trang',
  ],
  ...['song be', 'tan an', 'tay ninh', 'thu dau mot', 'tien giang', 'tra vinh', 'vinh long', 'vung tau'],
];

/** True when the words name a province of Nam Bộ. */
export function fromNamBo(home: string): boolean {
  const folded = fold(home);
  return NAM_BO.some((province) => folded.includes(province));
}

const year = (date: string): number | undefined =>
  date === '' ? undefined : Number.parseInt(date.slice(0, 4), 10);

function weighYear(weight: Weight, period: Period, asked: number): void {
  const [from, to] = [year(period.from), year(period.to)];
  const told = `${period.from || '…'}–${period.to || '…'}`;
  const short = Math.max((from ?? asked) - asked, asked - (to ?? asked));
  if (short > 0) {
    // Rosters often give the year of enlistment or of the notice: one year off weighs less.
    weight.score *= short === 1 ? 0.6 : 0.25;
    weight.steps.push({
      vi: `năm ${asked} ở ngoài thời kỳ ${told}`,
      en: `${asked} lies outside its period ${told}`,
    });
  } else if (from !== undefined || to !== undefined) {
    weight.score += 0.2;
    weight.steps.push({
      vi: `năm ${asked} ở trong thời kỳ ${told}`,
      en: `${asked} lies within its period ${told}`,
    });
  }
}

function weighTheatre(weight: Weight, period: Period, asked: string): void {
  if (period.theatre === '') return;
  if (period.theatre === asked) {
    weight.score += 0.1;
    weight.steps.push({ vi: `cùng chiến trường ${asked}`, en: `same theatre ${asked}` });
  } else {
    weight.score *= 0.6;
    weight.steps.push({
      vi: `chiến trường ${period.theatre}, không phải ${asked}`,
      en: `theatre ${period.theatre}, not ${asked}`,
    });
  }
}

function weighHome(weight: Weight, period: Period, home: string, theatre: string | undefined): void {
  const parts = home.split(/[,;–-]/).map((part) =>
    fold(part)
      .replace(/^(tinh|huyen|xa|thi xa|tp) /, '')
      .trim(),
  );
  const area = fold(period.area);
  if (parts.some((part) => part.length > 3 && area.includes(part))) {
    weight.score += 0.1;
    weight.steps.push({ vi: 'địa bàn có quê của người lính', en: "its area holds the soldier's home" });
    return;
  }
  if (theatre !== undefined || !fromNamBo(home)) return;
  if (period.theatre === 'B2') {
    weight.score += 0.05;
    weight.steps.push({
      vi: 'người Nam Bộ thường ở chiến trường B2',
      en: 'men of Nam Bộ mostly served in theatre B2',
    });
  } else if (period.theatre !== '' && period.theatre !== 'K') {
    weight.score *= 0.8;
    weight.steps.push({
      vi: `chiến trường ${period.theatre}, ít người Nam Bộ`,
      en: `theatre ${period.theatre}, few men of Nam Bộ`,
    });
  }
}

const TRUST: Record<Confidence, { add: number; said: Said }> = {
  'verified-source': {
    add: 0.15,
    said: { vi: 'nguồn đã kiểm chứng', en: 'from a verified source' },
  },
  secondary: {
    add: 0.08,
    said: { vi: 'nguồn thứ cấp, chưa kiểm chứng', en: 'secondary source, not verified' },
  },
  unverified: {
    add: 0,
    said: { vi: 'hiểu biết chung, chưa kiểm chứng', en: 'general knowledge, not verified' },
  },
};

/** Weighs source, year, theatre and home. The steps tell each weighing in both languages. */
export function weigh(
  weight: Weight,
  period: Period,
  confidence: Confidence,
  question: Omit<DecodeQuestion, 'text'>,
): void {
  const trust = TRUST[confidence];
  weight.score += trust.add;
  weight.steps.push(trust.said);
  if (question.year !== undefined) weighYear(weight, period, question.year);
  if (question.theatre !== undefined) weighTheatre(weight, period, question.theatre);
  if (question.home) weighHome(weight, period, question.home, question.theatre);
}
