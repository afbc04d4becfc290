import { expect } from 'chai';
import { learnBoth } from '../../client/i18n/both.ts';
import en from '../../client/i18n/en.json' with { type: 'json' };
import { t, type Key } from '../../client/i18n/t.ts';
import vi from '../../client/i18n/vi.json' with { type: 'json' };

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name!))].sort();

describe('texts of the site', () => {
  before(learnBoth);

  it('are the same in both languages, in the same order', () => {
    expect(Object.keys(en)).to.deep.equal(Object.keys(vi));
  });

  it('fill in the same values in both languages', () => {
    const differing = (Object.keys(vi) as Key[]).filter(
      (key) => placeholders(vi[key]).join() !== placeholders(en[key]).join(),
    );
    expect(differing).to.deep.equal([]);
  });

  it('never cry out, never say "vô danh", "chết" or "lỗi hệ thống"', () => {
    const wrong = Object.values(vi).filter((text) => /!|vô danh|chết|lỗi hệ thống/i.test(text));
    expect(wrong).to.deep.equal([]);
  });

  it("write numbers the language's way and pick the word for one or many", () => {
    expect(t('vi', 'cemeteries.count', { count: 3080 })).to.equal('3.080 nghĩa trang');
    expect(t('en', 'cemeteries.count', { count: 3080 })).to.equal('3,080 cemeteries');
    expect(t('en', 'cemeteries.count', { count: 1 })).to.equal('1 cemetery');
  });

  it('leave years as they are', () => {
    expect(t('vi', 'chip.deathYear', { text: '1968' })).to.equal('hy sinh 1968');
  });
});
