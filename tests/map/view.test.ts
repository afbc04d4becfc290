import { expect } from 'chai';
import fc from 'fast-check';
import { groundPixels, isUncertain } from '../../client/map/accuracy.ts';
import { readView, writeView } from '../../client/map/view.ts';
import { mapWords, sayDistance, sayPlot } from '../../client/map/words.ts';

describe('map: views, accuracy and words', () => {
  it('reads back from an address the view it wrote there, to 11 m', () => {
    const view = fc.record({
      zoom: fc.integer({ min: 0, max: 18 }),
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(view, (given) => {
        const back = readView(writeView(given));
        expect(back?.zoom).to.equal(given.zoom);
        expect(back?.lat).to.be.closeTo(given.lat, 0.00006);
        expect(back?.lng).to.be.closeTo(given.lng, 0.00006);
      }),
    );
  });

  it('takes no view from other fragments', () => {
    for (const fragment of ['', '#', '#mo-12', '#8/16', '#8/95/107', '#99/16/107', '#8/16/107/2']) {
      expect(readView(fragment), fragment).to.equal(undefined);
    }
  });

  it('draws as a ring only what is known to no better than 200 m', () => {
    expect([undefined, null, 5, 200, 201, 5000].map(isUncertain)).to.deep.equal([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('draws a ring of 5 km as large as 5 km are on the map', () => {
    // One pixel is 156,543 m at zoom 0 on the equator (OpenStreetMap wiki, Zoom levels).
    expect(groundPixels(156_543.03, 0, 0)).to.be.closeTo(1, 1e-4);
    expect(groundPixels(5000, 16.8, 10)).to.be.closeTo(34.2, 0.1);
  });

  it('speaks Vietnamese first', () => {
    expect(mapWords('vi').approximate).to.equal('vị trí gần đúng');
    expect(sayDistance(2500, 'vi')).to.equal('2,5 km');
    expect(sayDistance(340, 'en')).to.equal('340 m');
    const plot = { id: '1', section: 'A', row: '12A', number: '7', state: 'unknown' as const, shape: [] };
    expect(sayPlot(plot, 'vi')).to.equal('khu A, hàng 12A, số 7 · chưa xác định được thông tin');
  });
});
