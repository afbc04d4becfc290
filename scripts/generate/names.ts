import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { weighted, type Rng } from './rng.ts';

export interface GivenName {
  /** Parts in the order they are written; the last is the given name, except for highland names. */
  parts: string[];
  sex: 'M' | 'F';
  people: 'kinh' | 'highland' | 'khmer' | 'north';
}

interface Row {
  role: string;
  sex: string;
  name: string;
  weight: string;
}
const rows = parse<Row>(readFileSync(new URL('data/names.csv', import.meta.url)), { columns: true });
const table = (role: string, sex: string) =>
  weighted(
    rows
      .filter((row) => row.role === role && row.sex === sex)
      .map((row) => [row.name, Number(row.weight)] as const),
  );

const family = table('family', '');
const middle = { M: table('middle', 'M'), F: table('middle', 'F') };
const given = { M: table('given', 'M'), F: table('given', 'F') };

const highlandGiven =
  'Blêu Bhăm Bluk Brin Dhăm Dlui Du Đhiu Jut Kang Khuê Lem Linh Lơ Luin Mih Moan Ngông Nhên Nuê Ôn Pôt Rin Sang Siu Som Tam Thui Tlur Ur Wơn Yơn Hmai Hrên Krông Pênh Rơi Thút Vinh Xuân'.split(
    ' ',
  );
const highlandFamily =
  'Niê Êban Kbuôr Mlô Kđoh Ksơr Ayun Kpă Rmah Siu Nay Ksor Rcom Rahlan Knul Byă Hwing'.split(' ');
const khmerFamily = 'Sơn Thạch Danh Kim Châu Lâm Trần Lý Tăng Kiên Liêu Trà'.split(' ');
const khmerMiddle = 'Sóc Thị Sà Chanh Ngọc Phước Hoài Minh Sa Rươne Kim Nọt'.split(' ');
const khmerGiven =
  'Kha Khone Rinh Sarây Phol Thuône Vanna Soul Hene Sóc Cường Ươl Rịne Tha Phên Dương Mươne Khum Bương Chanh Nhân Rếth'.split(
    ' ',
  );
const northFamily =
  'Nông Hoàng Ma Lý Lò Quàng Cầm Vàng Giàng Bàn Triệu Lục Vi Đèo Sùng Thào Mùa Hà Bế Lèo Cà Tòng Phàn Tẩn Chảo'.split(
    ' ',
  );
const northMiddle = 'Văn Văn Văn A Seo Đức Thị Chí Mí Dào Láo'.split(' ');
const northGiven =
  'Páo Sử Chư Dơ Inh Pâng Phử Lử Súa Chớ Dính Nủ Tủa Khoa Sình Pháng Lềnh Thím Hặc Ún Pành Ỏm Xôm Bun Piêng Mánh Toóng Ái Quỳ Thuận Chài Sinh Lả'.split(
    ' ',
  );

/** Draws one name. Shares of peoples follow the census of 1979 roughly: 88 in 100 Kinh. */
export function drawName(rng: Rng): GivenName {
  const sex = rng.chance(0.07) ? 'F' : 'M';
  const people = rng.next();
  if (people < 0.02) {
    const mark = sex === 'F' ? "H'" : rng.chance(0.55) ? 'Y' : 'A';
    const own = rng.pick(highlandGiven);
    const parts = mark === "H'" ? [mark + own] : [mark, own];
    return {
      parts: mark !== 'A' && rng.chance(0.6) ? [...parts, rng.pick(highlandFamily)] : parts,
      sex,
      people: 'highland',
    };
  }
  if (people < 0.035)
    return {
      parts: [
        rng.pick(khmerFamily),
        ...(rng.chance(0.7) ? [rng.pick(khmerMiddle)] : []),
        rng.pick(khmerGiven),
      ],
      sex,
      people: 'khmer',
    };
  if (people < 0.085)
    return {
      parts: [
        rng.pick(northFamily),
        ...(rng.chance(0.9) ? [sex === 'F' ? 'Thị' : rng.pick(northMiddle)] : []),
        rng.chance(0.5) ? rng.pick(northGiven) : given[sex](rng),
      ],
      sex,
      people: 'north',
    };
  const middles = rng.chance(0.06) ? [] : [middle[sex](rng)];
  if (rng.chance(0.04)) middles.push(middle[sex](rng));
  return { parts: [family(rng), ...middles, given[sex](rng)], sex, people: 'kinh' };
}

const order = 'Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út'.split(' ');

/** A name he went by: "Sáu Hải", or another name for the work ("Hồng Sơn", "Nguyễn Hồng Sơn"). */
export function drawAlias(name: GivenName, rng: Rng): string {
  if (rng.chance(0.6))
    return `${rng.pick(order)} ${rng.chance(0.8) ? name.parts.at(-1)! : given[name.sex](rng)}`;
  const own = [middle.M(rng), given[name.sex](rng)];
  return (rng.chance(0.5) ? [name.parts[0]!, ...own] : own).join(' ');
}
