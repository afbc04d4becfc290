import { renderToString } from 'preact-render-to-string';
import type { PageProps } from '../server/pages/contract.ts';
import { App } from './app.tsx';
import { learnBoth } from './i18n/both.ts';
import { pages } from './pages/all.ts';

learnBoth();

/** A page as HTML, for inside `<div id="app">`; the browser's script then takes over the same elements. */
export function renderApp(props: PageProps): string {
  return renderToString(<App first={props} view={pages[props.page]} />);
}
