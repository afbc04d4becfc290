import { parentPort } from 'node:worker_threads';
import { ask } from './ask.ts';
import { Columns } from './columns.ts';
import type { CemeteryEntry, FromSearcher, ToSearcher } from './messages.ts';
import { Ranker } from './rank.ts';
import { Suggester } from './suggest.ts';
import { weights } from './weights.ts';

/** A searching thread: holds no rows of its own, only views of the shared columns. */
let ranker: Ranker | undefined;
let suggester: Suggester | undefined;
let cemeteries: CemeteryEntry[] = [];

const port = parentPort!;
const say = (message: FromSearcher) => port.postMessage(message);

port.on('message', (message: ToSearcher) => {
  switch (message.kind) {
    case 'columns': {
      cemeteries = message.cemeteries;
      ranker = new Ranker(new Columns(message.parts), weights);
      suggester = new Suggester(ranker, cemeteries);
      say({ kind: 'attached', bytes: ranker.columns.bytes });
      return;
    }
    case 'cemeteries':
      cemeteries = message.cemeteries;
      if (ranker !== undefined) suggester = new Suggester(ranker, cemeteries);
      return;
    case 'search':
    case 'suggest':
      answer(message);
  }
});

function answer(message: Extract<ToSearcher, { call: number }>): void {
  const { call } = message;
  try {
    if (ranker === undefined || suggester === undefined) throw new Error('columns are not there yet');
    if (message.kind === 'search')
      say({ kind: 'found', call, found: ask(ranker, cemeteries, message.query) });
    else say({ kind: 'suggested', call, suggested: suggester.suggest(message.text) });
  } catch (error) {
    say({
      kind: 'failed',
      call,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
