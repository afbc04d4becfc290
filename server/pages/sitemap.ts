import { Router } from 'express';
import { addresses } from '../../client/parts/addresses.ts';
import { Cemeteries } from '../cemeteries/model.ts';
import { problem } from '../http/problem.ts';
import { Martyrs } from '../martyrs/model.ts';

/** The sitemap protocol allows 50,000 addresses a file. */
const perFile = 20_000;
const fixed = [
  addresses.home,
  addresses.cemeteries,
  addresses.map,
  addresses.decode,
  addresses.contact,
  addresses.about,
];

const xml = (root: string, entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;

/** robots.txt, an index of sitemaps, and one sitemap for each 20,000 dossiers. */
export function sitemapRoutes(url: string): Router {
  const router = Router();
  router.get('/robots.txt', (_request, response) => {
    response.type('text').send(`User-agent: *\nDisallow: /api/\nSitemap: ${url}/sitemap.xml\n`);
  });
  router.get('/sitemap.xml', async (_request, response) => {
    const files = Math.ceil((await Martyrs.countDocuments({ status: 'published' })) / perFile);
    const names = [
      'sitemap-pages.xml',
      ...Array.from({ length: files }, (_none, index) => `sitemap-martyrs-${index + 1}.xml`),
    ];
    response.type('xml').send(
      xml(
        'sitemapindex',
        names.map((name) => `<sitemap><loc>${url}/${name}</loc></sitemap>`),
      ),
    );
  });
  router.get('/sitemap-pages.xml', async (_request, response) => {
    const codes = await Cemeteries.find({ status: 'published' }, { code: 1 }).sort({ code: 1 }).lean();
    const paths = [...fixed, ...codes.map(({ code }) => addresses.cemetery.replace(':code', code))];
    response.type('xml').send(
      xml(
        'urlset',
        paths.map((path) => `<url><loc>${url}${path}</loc></url>`),
      ),
    );
  });
  router.get('/sitemap-martyrs-:file.xml', async (request, response) => {
    const file = Number(request.params.file);
    if (!Number.isInteger(file) || file < 1 || file > 1000) throw problem.noRoute(request.path);
    const found = await Martyrs.find({ status: 'published' }, { code: 1 })
      .sort({ code: 1 })
      .skip((file - 1) * perFile)
      .limit(perFile)
      .lean();
    if (found.length === 0) throw problem.noRoute(request.path);
    response.type('xml').send(
      xml(
        'urlset',
        found.map(({ code }) => `<url><loc>${url}${addresses.martyr.replace(':code', code)}</loc></url>`),
      ),
    );
  });
  return router;
}
