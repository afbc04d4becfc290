import L from 'leaflet';
import type { OldBorders } from './basemap.ts';
import type { MapWords } from './words.ts';

type Corner = L.ControlPosition;

/** Any element as a control; presses on it do not reach the map. */
function control(position: Corner, element: HTMLElement): L.Control {
  const made = new L.Control({ position });
  made.onAdd = () => {
    L.DomEvent.disableClickPropagation(element);
    L.DomEvent.disableScrollPropagation(element);
    return element;
  };
  return made;
}

/** The two zoom buttons, named in the reader's language. */
export function zoomControl(words: MapWords): L.Control.Zoom {
  return L.control.zoom({
    position: 'topleft',
    zoomInTitle: words.zoomIn,
    zoomOutTitle: words.zoomOut,
    zoomInText: '<span aria-hidden="true">+</span>',
    zoomOutText: '<span aria-hidden="true">−</span>',
  });
}

/** A button that finds the reader; what went wrong is said under it. */
export function locateControl(
  words: MapWords,
  locate: () => Promise<unknown>,
  explain: (problem: unknown) => string,
): L.Control {
  const box = document.createElement('div');
  box.className = 'map-locate leaflet-bar';
  const button = document.createElement('button');
  button.type = 'button';
  button.title = words.locate;
  button.setAttribute('aria-label', words.locate);
  button.append(Object.assign(document.createElement('span'), { className: 'map-locate-sign' }));
  const answer = document.createElement('p');
  answer.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    answer.textContent = '';
    button.classList.add('busy');
    locate()
      .catch((problem: unknown) => (answer.textContent = explain(problem)))
      .finally(() => button.classList.remove('busy'));
  });
  box.append(button, answer);
  return control('topleft', box);
}

/** A choice between today's provinces and old ones. */
export function bordersControl(
  words: MapWords,
  chosen: OldBorders,
  choose: (old: OldBorders) => void,
): L.Control {
  const label = document.createElement('label');
  label.className = 'map-borders';
  const select = document.createElement('select');
  for (const value of ['none', '1976', '2004'] as const)
    select.append(new Option(words[value], value, false, value === chosen));
  select.addEventListener('change', () => choose(select.value as OldBorders));
  label.append(`${words.borders} `, select);
  return control('topright', label);
}
