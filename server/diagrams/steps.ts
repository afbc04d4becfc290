import type { Language } from '../http/language.ts';
import { distance, turn, type XY } from './geometry.ts';
import type { Leg } from './network.ts';

/** Below this a bend of the path is no turn that anybody would name. Degrees. */
export const namedTurn = 40;

export interface Step {
  text: string;
  metres: number;
}

/** The last thing said: which stone it is, seen from the path. */
export interface Arrival {
  /** 1 for the first stone of the row on this side, counted from where one turned in; 0 when it cannot be said. */
  ordinal: number;
  side: 'left' | 'right';
  row?: string;
  /** As painted on the stone; the count from the turn may differ from it. */
  number?: string;
}

/** Paths are named on the drawing in Vietnamese; the usual names have English ones. */
const english: [RegExp, string][] = [
  [/^hàng (.+)$/u, 'row $1'],
  [/^đường giữa$/u, 'the middle path'],
  [/^đường ngang (.+)$/u, 'cross path $1'],
  [/^lối sang khu (.+)$/u, 'the path to section $1'],
  [/^lối vào khu (.+)$/u, 'the path into section $1'],
];
const inEnglish = (name: string) => english.reduce((text, [from, to]) => text.replace(from, to), name);

const words = {
  vi: {
    gate: 'Vào cổng',
    here: 'Từ chỗ đang đứng',
    straight: (metres: number) => `đi thẳng ${metres} m`,
    on: (name: string) => ` theo ${name}`,
    stairs: ', qua bậc thềm',
    turn: (way: 'left' | 'right') => (way === 'left' ? 'Rẽ trái' : 'Rẽ phải'),
    into: (name: string) => ` vào ${name}`,
    arrive: ({ ordinal, side, row, number }: Arrival) =>
      `${row === undefined ? '' : `Hàng ${row}: `}mộ${number === undefined ? '' : ` số ${number}`} ở bên ${side === 'left' ? 'trái' : 'phải'}${ordinal > 0 ? `, ngôi thứ ${ordinal} tính từ chỗ rẽ vào` : ''}`,
  },
  en: {
    gate: 'Enter at the gate',
    here: 'From where you stand',
    straight: (metres: number) => `go straight for ${metres} m`,
    on: (name: string) => ` along ${inEnglish(name)}`,
    stairs: ', over steps',
    turn: (way: 'left' | 'right') => (way === 'left' ? 'Turn left' : 'Turn right'),
    into: (name: string) => ` into ${inEnglish(name)}`,
    arrive: ({ ordinal, side, row, number }: Arrival) =>
      `${row === undefined ? '' : `Row ${row}: `}grave${number === undefined ? '' : ` ${number}`} is on the ${side}${ordinal > 0 ? `, stone no. ${ordinal} from where you turned in` : ''}`,
  },
} as const;

/**
 * The way in words: legs that run on are told as one, and only real turns are named.
 * @param metresPerPixel size of a pixel on the ground
 */
export function stepsOf(
  legs: Leg[],
  arrival: Arrival,
  metresPerPixel: number,
  fromGate: boolean,
  language: Language,
): Step[] {
  const say = words[language];
  const stretches = joinStraight(legs);
  const steps = stretches.map(({ leg, bend, length, stairs }, index): Step => {
    const metres = Math.round(length * metresPerPixel);
    const name = leg.name === undefined ? '' : index === 0 ? say.on(leg.name) : say.into(leg.name);
    const opening =
      index === 0 ? (fromGate ? say.gate : say.here) : say.turn(bend > 0 ? 'right' : 'left') + name;
    const where = `${index === 0 ? name : ''}${stairs ? say.stairs : ''}`;
    return { text: `${opening}, ${say.straight(Math.max(1, metres))}${where}`, metres };
  });
  return [...steps, { text: say.arrive(arrival), metres: 0 }];
}

interface Stretch {
  leg: Leg;
  bend: number;
  length: number;
  stairs: boolean;
}

/** Stretches without a named turn inside, each with the bend before it in degrees. */
function joinStraight(legs: Leg[]): Stretch[] {
  const stretches: Stretch[] = [];
  let before: XY | undefined;
  for (const leg of legs) {
    const length = distance(leg.from, leg.to);
    if (length < 1) continue;
    const bend = before === undefined ? 0 : turn(before, leg.from, leg.to);
    const last = stretches.at(-1);
    if (last === undefined || Math.abs(bend) >= namedTurn) {
      stretches.push({ leg, bend, length, stairs: leg.stairs === true });
    } else {
      last.length += length;
      last.stairs ||= leg.stairs === true;
    }
    before = leg.from;
  }
  return stretches;
}
