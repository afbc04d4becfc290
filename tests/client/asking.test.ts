import { expect } from 'chai';
import { linkTo } from '../../client/parts/link.ts';
import { readerOf } from '../../client/parts/reader.ts';
import { stopsOf } from '../../client/parts/grave/moves-map.tsx';
import { learnBoth } from '../../client/i18n/both.ts';
import { matching } from '../../client/pages/cemetery/whole-plan.tsx';
import { mostlyFrom } from '../../client/pages/martyr/facts.tsx';
import { inView, isShown } from '../../client/pages/map/in-view.ts';
import { hitPage, lineWithout } from '../../client/pages/results/ask-again.ts';
import { spotsOf } from '../../client/pages/results/hits-map.tsx';
import { reasonWords, sortReasons } from '../../client/pages/results/reasons.ts';
import { cemetery, grave, hai, hits, nameless } from './given.ts';

describe('asking again', () => {
  before(learnBoth);

  it('takes the words of a fact out of the line and leaves no stray comma', () => {
    const chip = (from: string) => ({ field: 'home' as const, text: from, from, alternatives: [] });
    expect(lineWithout('Nguyen Van Hai, Vi Thanh, hy sinh 1968', chip('Vi Thanh'))).to.equal(
      'Nguyen Van Hai, hy sinh 1968',
    );
    expect(lineWithout('Vi Thanh, 1968', chip('Vi Thanh'))).to.equal('1968');
    expect(lineWithout('Hai Vi Thanh', chip('Vi Thanh'))).to.equal('Hai');
  });

  it('keeps the language in every address', () => {
    expect(linkTo('en', 'home')).to.equal('/en');
    expect(linkTo('en', 'martyr', 'LS0001171')).to.equal('/en/liet-si/LS0001171');
    expect(linkTo('vi', 'results', '', { q: 'Hải', cursor: undefined, status: '' })).to.equal(
      '/tim?q=H%E1%BA%A3i',
    );
  });

  it('opens the dossier of a person and the page of a grave without one', () => {
    expect(hits.map((hit) => hitPage('vi', hit))).to.deep.equal([
      '/liet-si/LS0001171',
      '/liet-si/LS0002044',
      '/mo/65a000000000000000000009',
    ]);
  });

  it('weighs what speaks for and against, and keeps the unknown apart', () => {
    const { pro, con, open } = sortReasons(hits[1]!.reasons);
    const say = (reasons: typeof pro) => reasons.map((reason) => reasonWords(readerOf('vi'), reason));
    expect([say(pro), say(con), say(open)]).to.deep.equal([
      ['tên đọc gần giống', 'năm hy sinh gần đúng (1969)'],
      ['quê quán ghi là huyện Gò Quao'],
      ['không ghi đơn vị'],
    ]);
  });
});

describe('where facts come from', () => {
  const claim = (field: string, source: string, accepted = true) =>
    ({ field, value: 'x', source, confidence: 'medium', accepted }) as const;

  it('says a source once when three facts or more share it', () => {
    const claims = ['birth', 'home', 'unit'].map((field) => claim(field, 'danh sách 1986'));
    expect(mostlyFrom([claim('death', 'giấy báo tử'), ...claims])?.source).to.equal('danh sách 1986');
  });

  it('says each source beside its fact when they differ, and never goes by what was not accepted', () => {
    expect(mostlyFrom([claim('death', 'giấy báo tử'), claim('birth', 'bia mộ')])).to.equal(undefined);
    expect(mostlyFrom(['a', 'b', 'c'].map((field) => claim(field, 'bia mộ', false)))).to.equal(undefined);
  });
});

describe('what goes on the maps', () => {
  it('puts hits of one cemetery on one spot and leaves out those without a place', () => {
    expect(spotsOf([...hits, hits[0]!]).map(({ id, hits: there }) => [id, there.length])).to.deep.equal([
      ['NT0123', 2],
      ['NT0200', 1],
    ]);
  });

  it('draws the way of the remains from the first burial to the grave', () => {
    expect(stopsOf(hai.moves, grave).map(({ name }) => name)).to.deep.equal([
      'bìa rừng ấp 3, Long Mỹ',
      'Nghĩa trang liệt sĩ Vị Thanh',
    ]);
  });

  it('finds plots by name without accents and by their place', () => {
    const plots = [
      { id: 'a', text: ' nguyen van hai khu a hang 12 mo 7' },
      { id: 'b', text: ' tran thi be khu a hang 2 mo 7' },
    ];
    expect(matching(plots, 'Hải')).to.deep.equal(['a']);
    expect(matching(plots, 'khu a hàng 2')).to.deep.equal(['b']);
    expect(matching(plots, '  ')).to.deep.equal([]);
  });

  it('lists the cemeteries in view, nearest the middle first', () => {
    const at = (code: string, lng: number, lat: number) => ({
      ...cemetery,
      code,
      gate: {
        ...grave.cemetery.gate!,
        point: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
      },
    });
    const all = [at('far', 105.6, 9.8), at('outside', 108, 16), at('near', 105.47, 9.78)];
    const view = { lng: 105.47, lat: 9.78, zoom: 10 };
    expect(inView(all, view, [800, 600]).map(({ code }) => code)).to.deep.equal(['near', 'far']);
    expect(inView(all, { ...view, zoom: 5 }, [800, 600])).to.have.lengthOf(3);
  });

  it('switches layers by what is known of a place', () => {
    const rough = { ...cemetery, ...nameless.cemetery, hasDiagram: false };
    expect(isShown(rough, new Set(['exact', 'diagram']))).to.equal(false);
    expect(isShown(rough, new Set(['approximate']))).to.equal(true);
    expect(isShown(cemetery, new Set(['diagram']))).to.equal(true);
  });
});
