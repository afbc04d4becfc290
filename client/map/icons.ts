import L from 'leaflet';

/** Side of what can be pressed, in pixels. */
const TOUCH = 48;

function icon(className: string, ...parts: HTMLElement[]): L.DivIcon {
  const box = document.createElement('span');
  box.append(...parts);
  return L.divIcon({ className, html: box, iconSize: [TOUCH, TOUCH] });
}

function part(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** A mark with the number of points that it stands for; larger for more. */
export function clusterIcon(count: number): L.DivIcon {
  const size = count < 10 ? 'few' : count < 100 ? 'some' : 'many';
  return icon(`map-mark map-cluster ${size}`, part('map-count', count.toLocaleString('vi-VN')));
}

export interface PointLook {
  kind: 'place' | 'lies' | 'past';
  /** The words for "approximate", where the point is: then it is a dashed ring. */
  uncertain?: string | undefined;
  /** Stands beside the mark. */
  name?: string | undefined;
}

/** The mark of one point. */
export function pointIcon({ kind, uncertain, name }: PointLook): L.DivIcon {
  const parts = [part('map-dot')];
  if (name) parts.push(part('map-name', name));
  if (uncertain) parts.push(part('map-approximate', uncertain));
  return icon(`map-mark map-point ${kind}${uncertain ? ' uncertain' : ''}`, ...parts);
}

/** The reader's own place. */
export function hereIcon(): L.DivIcon {
  return icon('map-mark map-here', part('map-dot'));
}

/** An arrowhead on a line. @param angle degrees clockwise from east */
export function arrowIcon(angle: number): L.DivIcon {
  const arrow = part('map-arrow');
  arrow.style.transform = `rotate(${angle}deg)`;
  return L.divIcon({ className: 'map-arrow-box', html: arrow, iconSize: [16, 16] });
}
