import { hydrate } from 'preact';
import type { PageProps } from '../server/pages/contract.ts';
import { App } from './app.tsx';
import { learn } from './i18n/t.ts';
import { openPage } from './pages/open.ts';
import { keepTextSize } from './parts/text-size.ts';
import './theme/index.css';

keepTextSize();
const given = document.getElementById('page')?.textContent;
const root = document.getElementById('app');
if (given && root) {
  const first = JSON.parse(given) as PageProps;
  const [texts, view] = await Promise.all([
    first.frame.language === 'vi'
      ? import('./i18n/vi.json', { with: { type: 'json' } })
      : import('./i18n/en.json', { with: { type: 'json' } }),
    openPage(first.page),
  ]);
  learn(first.frame.language, texts.default);
  hydrate(<App first={first} view={view} />, root);
  document.documentElement.classList.add('live');
}
