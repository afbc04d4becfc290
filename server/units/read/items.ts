import type { Element } from '../element.ts';
import type { Place } from './places.ts';

/** A body without a number: its head in full words, and the place that belongs to its name. */
export interface Body {
  tag: 'local' | 'other';
  words: string;
  /** Rung named by the head itself ("tỉnh đội"). */
  rung?: string;
}

/** What one stretch of the text was read as. */
export type Item = (
  | { is: 'unit'; element: Element; alias?: string; bearing?: 'tđ' | 'front' }
  | { is: 'body'; body: Body }
  | { is: 'post'; post: string }
  | { is: 'place'; place: Place }
  | { is: 'region'; name: string }
  | { is: 'soldiers' }
  | { is: 'link'; words: string }
  | { is: 'unknown'; text: string }
) & {
  end: number;
  /** Set when the reading of this stretch is in doubt; says why, in Vietnamese. */
  doubt?: string;
  /** Something dropped or worth telling that leaves the reading sure. */
  note?: string;
};
