import { expect } from 'chai';
import { Graves } from '../../server/graves/model.ts';
import type { GraveView, RouteView } from '../../server/graves/contract.ts';
import { wayBetween, type Network } from '../../server/diagrams/network.ts';
import { freshDatabase } from '../support/database.ts';
import { given } from '../support/given.ts';
import { openSite, type TestSite } from '../support/site.ts';

const cemetery = 'Nghĩa trang liệt sĩ Vị Thanh';

describe('the walk to a grave', () => {
  freshDatabase();
  let site: TestSite;
  before(async () => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7', '8'];
    await given.dossiers(
      ...['1', '2', '12'].flatMap((row) =>
        numbers.map((number) =>
          row === '12' && number === '7' ? given.hai() : { grave: { cemetery, section: 'A', row, number } },
        ),
      ),
    );
    await given.drawing(cemetery);
    site = await openSite();
  });
  after(() => site.close());

  const graveOf = async (row: string, number: string) =>
    String((await Graves.findOne({ row, number }).orFail())._id);
  const read = async <T>(path: string): Promise<T> => (await (await fetch(site.url + path)).json()) as T;

  it('leads from the gate, in metres, and names row and side in words', async () => {
    const route = await read<RouteView>(`/api/v1/graves/${await graveOf('12', '7')}/route`);
    expect(route.lengthM).to.be.within(15, 40);
    expect(route.steps[0]?.text).to.match(/^Vào cổng, đi thẳng \d+ m/);
    expect(route.steps.at(-1)?.text).to.match(/^Hàng 12: mộ số 7 ở bên phải$/);
    expect(route.pixels[0]).to.deep.equal([1000, 2980]);
  });

  it('speaks English to who asks for it', async () => {
    const answer = await fetch(`${site.url}/api/v1/graves/${await graveOf('1', '1')}/route`, {
      headers: { 'accept-language': 'en' },
    });
    expect(((await answer.json()) as RouteView).steps[0]?.text).to.match(/^Enter at the gate, go straight/);
  });

  it('says that there is no way when the point is nowhere near', async () => {
    const answer = await fetch(`${site.url}/api/v1/graves/${await graveOf('1', '1')}/route?from=105.8,21.0`);
    expect(answer.status).to.equal(404);
    expect(((await answer.json()) as { detail: string }).detail).to.contain('người quản trang');
  });

  it('shows the stones beside it, in the order of the row', async () => {
    const { neighbours } = await read<GraveView>(`/api/v1/graves/${await graveOf('12', '7')}`);
    expect(neighbours.map(({ position, offset }) => [position.number, offset])).to.deep.equal([
      ['4', -3],
      ['5', -2],
      ['6', -1],
      ['8', 1],
    ]);
  });

  it('keeps off steps when a way without them exists, and takes them when none does', () => {
    const nodes: Network['nodes'] = [{ at: [0, 0] }, { at: [10, 0] }, { at: [0, 30] }, { at: [10, 30] }];
    const stairs = { from: 0, to: 1, stairs: true, name: 'bậc' };
    const around = [
      { from: 0, to: 2, name: 'vòng' },
      { from: 2, to: 3, name: 'vòng' },
      { from: 3, to: 1, name: 'vòng' },
    ];
    const names = (network: Network, easy: boolean) =>
      wayBetween(network, [0, 0], [10, 0], easy)?.flatMap(({ name, from, to }) =>
        from[0] === to[0] && from[1] === to[1] ? [] : [name],
      );
    expect(names({ nodes, edges: [stairs, ...around] }, false)).to.deep.equal(['bậc']);
    expect(names({ nodes, edges: [stairs, ...around] }, true)).to.deep.equal(['vòng', 'vòng', 'vòng']);
    expect(names({ nodes, edges: [stairs] }, true)).to.deep.equal(['bậc']);
  });
});
