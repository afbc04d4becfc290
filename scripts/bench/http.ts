import autocannon, { type Result } from 'autocannon';

/** Names as families type them, with and without facts; the same list for every run. */
const searches = [
  'q=nguyen van hai sinh 1948 vi thanh',
  'q=tran van nam',
  'name=le thi hoa&home=can tho',
  'name=pham van minh&deathYear=1968',
  'q=nguyen van',
  'name=vo van sau&unit=d5&deathYear=1972',
  'home=ha nam ninh&deathYear=1972',
  'q=hoang van thu 1950 nghe an',
  'name=Nguy?n V.n H?i',
  'unit=c3 d5 e12',
];

const encode = (query: string) => new URLSearchParams(query).toString();

/** Requests at 20 connections: percentiles, rate and errors of each route. */
export async function benchHttp(url: string): Promise<void> {
  const { items } = (await (await fetch(`${url}/api/v1/cemeteries?diagram=yes`)).json()) as {
    items: { code: string }[];
  };
  const cemetery = items[0]!.code;
  const { diagrams } = (await (await fetch(`${url}/api/v1/cemeteries/${cemetery}`)).json()) as {
    diagrams: { id: string }[];
  };
  const routes: [string, string[]][] = [
    ['/search', searches.map((query) => `/api/v1/search?${encode(query)}`)],
    [
      '/search/suggest',
      ['ngu', 'nguyen v', 'vi tha', 'd5', 'truong son'].map(
        (q) => `/api/v1/search/suggest?${encode(`q=${q}`)}`,
      ),
    ],
    ['results page', searches.map((query) => `/tim?${encode(query)}`)],
    ['dossier page', ['/liet-si/LS0001171']],
    ['/martyrs/{code}', ['/api/v1/martyrs/LS0001171']],
    ['/cemeteries/{code}', [`/api/v1/cemeteries/${cemetery}`]],
    ['diagram plots', [`/api/v1/cemeteries/${cemetery}/diagrams/${diagrams[0]!.id}/plots`]],
    ['diagram tile', [`/api/v1/cemeteries/${cemetery}/diagrams/${diagrams[0]!.id}/tiles/0/0/0.webp`]],
    ['/map tile', ['/api/v1/map/cemeteries/6/50/28.json']],
    ['/places/resolve', ['/api/v1/places/resolve?text=Ha%20Nam%20Ninh']],
  ];
  process.stdout.write('route                 connections  p50 ms  p95 ms*  p97.5  p99 ms  req/s   errors\n');
  for (const [name, paths] of routes) {
    await autocannon({ url, connections: 5, duration: 1, requests: paths.map((path) => ({ path })) });
    for (const connections of name === '/search' ? [1, 20] : [20]) {
      const { latency, requests, errors, non2xx, p95 } = await measured(url, paths, connections);
      const cells = [latency.p50, p95, latency.p97_5, latency.p99]
        .map((ms) => ms.toFixed(1).padStart(6))
        .join('  ');
      process.stdout.write(
        `${name.padEnd(22)}${String(connections).padStart(11)}  ${cells}  ${String(Math.round(requests.average)).padStart(5)}  ${errors + non2xx}\n`,
      );
    }
  }
  process.stdout.write('* p95 from every single response; the others by autocannon\n');
}

/** Every response's time is kept: autocannon itself gives no p95. */
async function measured(url: string, paths: string[], connections: number) {
  const times: number[] = [];
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(
      { url, connections, duration: 5, requests: paths.map((path) => ({ path })) },
      (error, done) => (error == null ? resolve(done) : reject(error as Error)),
    );
    run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
  });
  times.sort((a, b) => a - b);
  return { ...result, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
