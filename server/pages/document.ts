import { headOf } from '../../client/pages/head.ts';
import { renderApp } from '../../client/render.tsx';
import { escaped } from '../http/html.ts';
import type { Assets } from './assets.ts';
import type { PageProps } from './contract.ts';

/** JSON that may stand inside a script element: nothing in it can end the element. */
const inScript = (value: unknown) =>
  JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028|\u2029/g, ' ');

export interface Addressed {
  /** The page's own full address, and the same in each language. */
  self: string;
  vi: string;
  en: string;
}

/** Pages for people who sign in: search engines leave them out. */
const inside = new Set<PageProps['page']>(['signIn', 'account', 'accounts', 'staff', 'audit']);

/** The whole document: readable as it is, taken over by the script when that has come. */
export function documentOf(props: PageProps, assets: Assets, at: Addressed): string {
  const { title, description } = headOf(props);
  const language = props.frame.language;
  const invented =
    'martyr' in props.data ? props.data.martyr.demo : 'grave' in props.data ? props.data.grave.demo : false;
  const meta = (attribute: string, name: string, content: string) =>
    `<meta ${attribute}="${name}" content="${escaped(content)}">`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
${meta('name', 'description', description)}
${invented || inside.has(props.page) ? meta('name', 'robots', 'noindex') : ''}
${meta('name', 'theme-color', '#faf7f1')}
${meta('property', 'og:title', title)}
${meta('property', 'og:description', description)}
${meta('property', 'og:type', props.page === 'martyr' ? 'profile' : 'website')}
${meta('property', 'og:url', at.self)}
${meta('property', 'og:site_name', 'Tri Ân')}
${meta('property', 'og:locale', language === 'vi' ? 'vi_VN' : 'en_GB')}
<link rel="canonical" href="${escaped(at.self)}">
<link rel="alternate" hreflang="vi" href="${escaped(at.vi)}">
<link rel="alternate" hreflang="en" href="${escaped(at.en)}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${assets.fonts.map((file) => `<link rel="preload" href="${file}" as="font" type="font/woff2" crossorigin>`).join('\n')}
${assets.styles.map((file) => `<link rel="stylesheet" href="${file}">`).join('\n')}
${assets.preload.map((file) => `<link rel="modulepreload" href="${file}">`).join('\n')}
${assets.scripts.map((file) => `<script type="module" src="${file}"></script>`).join('\n')}
</head>
<body>
<div id="app">${renderApp(props)}</div>
<script type="application/json" id="page">${inScript(props)}</script>
</body>
</html>
`;
}
