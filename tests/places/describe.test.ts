import { expect } from 'chai';
import { describePlace } from '../../server/places/describe.ts';
import { suggestPlaces } from '../../server/places/suggest.ts';

describe('a place on a page', () => {
  const shown: [string, number | undefined, string | undefined, boolean][] = [
    ['xã Vị Thanh, Chương Thiện', undefined, 'nay là xã Vị Thanh 1, TP. Cần Thơ', true],
    ['Chương Thiện', undefined, 'nay thuộc TP. Cần Thơ hoặc tỉnh An Giang', false],
    ['Hậu Giang', 1980, 'nay là TP. Cần Thơ', true],
    // two Hậu Giang, but both are Cần Thơ today
    ['Hậu Giang', undefined, 'nay là TP. Cần Thơ', true],
    ['Hà Nam Ninh', undefined, 'nay là tỉnh Ninh Bình', true],
    ['Nam Định', undefined, 'nay là tỉnh Ninh Bình', true],
    ['Ninh Bình', undefined, undefined, true],
    ['xã Minh Đức, Tứ Kỳ, Hải Hưng', undefined, 'nay là xã Tứ Kỳ, TP. Hải Phòng', true],
    [
      'Phường Cống Vị, quận Ba Đình, Hà Nội',
      undefined,
      'nay thuộc phường Ngọc Hà hoặc phường Giảng Võ, TP. Hà Nội',
      false,
    ],
    ['huyện Tiền Hải, Thái Bình', undefined, 'nay thuộc tỉnh Hưng Yên', true],
    ['xã Tân Thành', undefined, undefined, false],
    ['mặt trận phía Nam', undefined, undefined, false],
  ];
  for (const [text, year, phrase, sure] of shown)
    it(`shows "${text}"${year ? ` of ${year}` : ''} ${phrase ?? 'as it is'}`, () => {
      const found = describePlace(text, year);
      expect([found.then, found.todayPhrase, found.sure]).to.deep.equal([text, phrase, sure]);
    });

  it('speaks English when asked', () =>
    expect(describePlace('xã Vị Thanh, Chương Thiện', undefined, 'en').todayPhrase).to.equal(
      'today Vị Thanh 1 commune, Cần Thơ city',
    ));

  it('holds to the meaning that a person chose', () => {
    const chosen = describePlace({ text: 'xã Tân Thành', placeId: 'c2025-31465', sure: true });
    expect(chosen).to.deep.include({ then: 'xã Tân Thành', sure: true, today: 'xã Vị Thanh 1, TP. Cần Thơ' });
  });

  it('gives a point only when the meaning is sure', () => {
    expect(describePlace('xã Vị Thanh, Chương Thiện').point).to.deep.equal([105.5459, 9.8607]);
    expect(describePlace('xã Tân Thành')).to.not.have.property('point');
  });
});

describe('suggestions while a place is typed', () => {
  it('begin with the larger units, with marks or none', () => {
    for (const typed of ['ha nam', 'Hà Nam'])
      expect(suggestPlaces(typed, 2).map(({ text }) => text)).to.deep.equal([
        'tỉnh Hà Nam',
        'tỉnh Hà Nam Ninh',
      ]);
    expect(suggestPlaces('xã Vị Thanh', 5).map(({ text }) => text)).to.include(
      'xã Vị Thanh, huyện Vị Thuỷ, tỉnh Hậu Giang',
    );
  });
  it('are none for nothing', () => expect(suggestPlaces('  ', 5)).to.deep.equal([]));
});
