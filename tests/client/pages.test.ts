import { expect } from 'chai';
import { headOf } from '../../client/pages/head.ts';
import { renderApp } from '../../client/render.tsx';
import { framed } from './given.ts';

/** Text as a reader without script gets it: tags out, white space single. */
const textOf = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const linksOf = (html: string) => [...html.matchAll(/ (?:href|action)="([^"]*)"/g)].map(([, href]) => href!);

for (const language of ['vi', 'en'] as const) {
  describe(`pages without script, in "${language}"`, () => {
    for (const { name, props } of framed(language)) {
      describe(name, () => {
        const html = renderApp(props);

        it('is one readable page: one heading of the first rank, no empty text', () => {
          expect(html.match(/<h1[ >]/g)).to.have.lengthOf(1);
          expect(textOf(html)).to.not.match(/undefined|\[object|NaN|\{\w+\}/);
        });

        it('says that its data is invented', () => {
          expect(textOf(html)).to.include(language === 'vi' ? 'Dữ liệu minh họa' : 'Demonstration data');
        });

        it('keeps to the content policy: no style attribute, no script, no handler', () => {
          expect(html).to.not.match(/ style="/);
          expect(html).to.not.match(/<script|<style| on[a-z]+="|javascript:/);
        });

        it('stays in its language wherever it leads, apart from the switch', () => {
          const pages = linksOf(html).filter((href) => href.startsWith('/') && !href.startsWith('/api/'));
          const astray = pages.filter((href) => /^\/en(\/|$|\?)/.test(href) !== (language === 'en'));
          const back = name === 'martyr' ? ['/tim?q=nguyen+van+hai'] : []; // given by the server as it stands
          expect(astray.filter((href) => !back.includes(href))).to.deep.equal([
            language === 'vi' ? '/en/x' : '/x',
          ]);
        });

        it('has a title and a description of its own', () => {
          const { title, description } = headOf(props);
          expect(title).to.match(/Tri Ân/);
          expect(description.length).to.be.within(20, 320);
          expect(title + description).to.not.match(/undefined|\{\w+\}/);
        });
      });
    }

    it('gives every page its own title', () => {
      const titles = framed(language)
        .filter(({ name }) => name !== 'cemetery-row')
        .map(({ props }) => headOf(props).title);
      expect(new Set(titles).size).to.equal(titles.length);
    });
  });
}

describe('what a family reads without script', () => {
  const page = (name: string) => {
    const found = framed('vi').find((each) => each.name === name);
    return renderApp(found!.props);
  };

  it('finds section, row and number before anything else on the dossier', () => {
    const text = textOf(page('martyr'));
    expect(text).to.include('Khu A, hàng 12, mộ 7');
    expect(text.indexOf('Khu A, hàng 12, mộ 7')).to.be.below(text.indexOf('Những điều đã biết'));
    expect(text).to.include('cách cổng 140 m');
    expect(text).to.include('Rẽ phải vào lối giữa hàng 12 và hàng 13');
  });

  it('shows both papers when they disagree, and how sure each is', () => {
    const text = textOf(page('martyr'));
    expect(text).to.match(/1948 \(theo bằng Tổ quốc ghi công, chắc chắn\)/);
    expect(text).to.include('Có nơi ghi khác: 1946 (theo bia mộ cũ, chưa chắc)');
  });

  it('opens the way to the very grave where its point is known', () => {
    expect(linksOf(page('martyr')).filter((href) => href.includes('9.785100,105.470900'))).to.have.lengthOf(
      3,
    );
  });

  it('gives no route to a point that is only known to 5 km, and says so', () => {
    const html = page('grave-nameless');
    expect(linksOf(html).filter((href) => /geo:|google|apple/.test(href))).to.deep.equal([]);
    expect(textOf(html)).to.include('có thể lệch tới 5 km');
  });

  it('uses the official words for a grave without a name', () => {
    expect(textOf(page('grave-nameless'))).to.include('Mộ liệt sĩ chưa xác định được thông tin');
    for (const { props } of framed('vi')) expect(renderApp(props)).to.not.match(/vô danh/i);
  });

  it('says what is unknown of a dossier without a grave, and what to do next', () => {
    const html = page('martyr-no-grave');
    expect(textOf(html)).to.include('Chưa biết nằm ở đâu');
    expect(linksOf(html)).to.include('/bao-tin?ve=LS0000002');
  });

  it('says why each hit is there, and tells namesakes apart by what is not known too', () => {
    const text = textOf(page('results'));
    expect(text).to.include('tên giống, chỉ khác dấu; quê quán cùng xã; năm hy sinh khớp');
    expect(text).to.include('Đơn vị chưa rõ');
  });

  it('turns filters, chips and the next page by plain links', () => {
    const links = linksOf(page('results')).map((href) => href.replaceAll('&amp;', '&'));
    const q = 'q=Nguyen+Van+Hai%2C+Vi+Thanh%2C+hy+sinh+1968';
    expect(links).to.include.members([
      `/tim?${q}&onlyHome=12`,
      `/tim?${q}&status=unknown`,
      `/tim?${q}&cursor=next-1`,
      '/tim?q=Vi+Thanh%2C+hy+sinh+1968', // without the name
      '/tim?q=Nguyen+Van+Hai%2C+hy+sinh+1968&deathPlace=Vi+Thanh', // read the other way
    ]);
  });

  it('offers to drop the filter that empties the list', () => {
    const html = page('results-none');
    expect(textOf(html)).to.include('Bỏ lọc năm hy sinh: có 12 người');
    expect(linksOf(html).map((href) => href.replaceAll('&amp;', '&'))).to.include('/tim?q=Xyz&status=named');
  });

  it('sends the search to the same fields as the search call', () => {
    const html = page('home');
    const names = [...html.matchAll(/<input[^>]* name="(\w+)"/g)].map(([, name]) => name);
    expect(names).to.deep.equal([
      'q',
      'name',
      'alias',
      'birthYear',
      'home',
      'unit',
      'deathYear',
      'deathPlace',
      'cemetery',
    ]);
    expect(html).to.include('action="/tim"');
  });

  it('opens each row of a cemetery by a link', () => {
    expect(linksOf(page('cemetery')).map((href) => href.replaceAll('&amp;', '&'))).to.include(
      '/nghia-trang/NT0123?khu=B&hang=2#tim-thay',
    );
    expect(textOf(page('cemetery-row'))).to.include('Nguyễn Văn Hải');
  });

  it('carries what a report is about to the office', () => {
    const html = page('contact');
    expect(linksOf(html)).to.include('tel:02923820000');
    expect(linksOf(html).find((href) => href.startsWith('mailto:'))).to.include(
      encodeURIComponent('LS0001171'),
    );
  });
});
