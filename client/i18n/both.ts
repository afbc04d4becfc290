import en from './en.json' with { type: 'json' };
import { learn } from './t.ts';
import vi from './vi.json' with { type: 'json' };

/** Makes both languages known; for the server, which answers in either. */
export function learnBoth(): void {
  learn('vi', vi);
  learn('en', en);
}
