import { expect } from 'chai';
import { DecodeAnswer, type UnitMeaning } from '../../server/units/contract.ts';
import { decodeUnit } from '../../server/units/decode.ts';
import { buildGazetteer, readSeedRows, seedGazetteer } from '../../server/units/gazetteer.ts';

const best = (question: Parameters<typeof decodeUnit>[0]): UnitMeaning => decodeUnit(question).meanings[0]!;

describe('decoding units', () => {
  it('reads Quân khu 2 in Nam Bộ before 1974 as T2 and later as the Quân khu 2 of the north-west', () => {
    expect(best({ text: 'Quân khu 2', year: 1968 })).to.include({ unit: 't2', theatre: 'B2' });
    expect(best({ text: 'QK II', home: 'Cao Lãnh, Đồng Tháp' }).unit).to.equal('t2');
    expect(best({ text: 'Quân khu 2', year: 1979 }).unit).to.equal('qk2');
    expect(best({ text: 'Quân khu 3', year: 1970, theatre: 'B2' }).unit).to.equal('t3');
    const both = decodeUnit({ text: 'Quân khu 2' }).meanings.map(({ unit }) => unit);
    expect(both, 'without a year both are shown').to.include.members(['t2', 'qk2']);
  });

  const toldApart: [string, Omit<Parameters<typeof decodeUnit>[0], 'text'>, string][] = [
    ['D 307', { year: 1950 }, 'd307-p'],
    ['D 307', { year: 1968 }, 'd307-m'],
    ['e24', { year: 1967, theatre: 'B3' }, 'e24-b3'],
    ['e66 f10', {}, 'e66-f10'],
    ['E66', { year: 1950 }, 'e66'],
    ['e141 f7', {}, 'e141-f7'],
    ['e273 f9', { year: 1967 }, 'e3-f9'],
    ['e273 f341', {}, 'e273-341'],
    ['E271', { year: 1967 }, 'e1-f9'],
    ['E271', { year: 1974 }, 'e271-b2'],
    ['F325B', { year: 1966 }, 'f325b'],
    ['F325B', { year: 1984 }, 'f325b-79'],
    ['CT 9', { year: 1968 }, 'f9'],
    ['Nông trường 10', {}, 'f325b'],
    ['BT 31', {}, 'bt31'],
  ];
  for (const [text, given, unit] of toldApart) {
    it(`takes ${text} ${JSON.stringify(given)} for ${unit}`, () => {
      expect(best({ text, ...given }).unit).to.equal(unit);
    });
  }

  it('shows every meaning of a code, and says which are verified', () => {
    const { meanings } = decodeUnit({ text: 'KB', year: 1968 });
    expect(meanings.map(({ unit }) => unit)).to.include.members(['qk7', 'b2']);
    expect(
      meanings.every(({ verified, confidence }) => verified === (confidence === 'verified-source')),
    ).to.equal(true);
    expect(decodeUnit({ text: 'K5' }).meanings).to.have.lengthOf.at.least(3);
    expect(decodeUnit({ text: 'K7' }).meanings[0]?.designation).to.match(/tiểu đoàn 7/);
  });

  it('says what is not known', () => {
    expect(decodeUnit({ text: 'KN' })).to.deep.include({ meanings: [], unknown: ['code:KN'] });
    expect(decodeUnit({ text: 'KN' }).notes.join()).to.match(/không rõ/);
    expect(decodeUnit({ text: 'hòm thư 86.500 YK' }).unknown).to.deep.equal(['hom:86500YK']);
    expect(decodeUnit({ text: 'c3 d5 e12 f3' }).unknown, 'a battalion within a known regiment').to.deep.equal(
      [],
    );
  });

  it('reasons in both languages, with parents, period and sources', () => {
    const meaning = best({ text: 'E24 B3', year: 1967 });
    expect(meaning.steps.map(({ vi }) => vi).join('; ')).to.match(
      /thuộc Mặt trận Tây Nguyên.*ở trong thời kỳ/,
    );
    expect(meaning.steps.map(({ en }) => en).join('; ')).to.match(/part of .*lies within its period/);
    expect(meaning.parents[0]).to.include({ unit: 'b3' });
    expect(meaning.sources).to.have.lengthOf.at.least(1);
  });

  it('answers in the shape of the contract, whatever is asked', () => {
    for (const text of ['E24 B3', 'none', '???', 'TĐ 109', 'Du kích xã Mỹ Trà', 'D502 + E66', '5-2-3-304']) {
      expect(
        DecodeAnswer.safeParse(decodeUnit({ text, year: 1970, home: 'Long An' })).success,
        text,
      ).to.equal(true);
    }
  });

  it('answers in far less than 15 ms', () => {
    seedGazetteer();
    const texts = ['E24 B3', 'c3 d5 e12 f7', 'Quân khu 2', 'KB', 'Tiểu đội trưởng, du kích xã Mỹ Trà', '271'];
    const times = Array.from({ length: 1000 }, (_, at) => {
      const start = process.hrtime.bigint();
      decodeUnit({ text: texts[at % texts.length]!, year: 1968 });
      return Number(process.hrtime.bigint() - start) / 1e6;
    }).sort((x, y) => x - y);
    expect(times[950], 'p95 in ms').to.be.below(5);
  });
});

describe('the gazetteer', () => {
  it('finds every unit of the seed by at least one way of writing it', () => {
    const gazetteer = seedGazetteer();
    const found = new Set([...gazetteer.byElement.values()].flat().map(({ id }) => id));
    const lost = [...gazetteer.units.keys()].filter((id) => !found.has(id));
    expect(lost).to.deep.equal([]);
  });

  it('gives a unit its movements in order', () => {
    const rows = readSeedRows();
    for (const [, movements] of buildGazetteer(rows).movements) {
      const days = movements.map(({ from }) => from);
      expect(days).to.deep.equal([...days].sort());
    }
    expect(rows.movements.every(({ lat, lng }) => lat > 8 && lat < 24 && lng > 100 && lng < 118)).to.equal(
      true,
    );
  });

  it('takes a meaning that staff confirmed since', () => {
    const rows = readSeedRows();
    const codes = [
      ...rows.codes,
      {
        ...{
          code: 'KN',
          kind: 'ký hiệu',
          meaning: 'Quân khu 5',
          unitId: 'qk5',
          from: '1966',
          to: '1971',
          theatre: 'B1',
        },
        ...{ confidence: 'verified-source' as const, source: 'giấy báo tử', note: '' },
      },
    ];
    const answer = decodeUnit({ text: 'KN', year: 1968 }, buildGazetteer({ ...rows, codes }));
    expect(answer.meanings[0]).to.include({ unit: 'qk5', verified: true });
    expect(answer.unknown).to.deep.equal([]);
  });
});
