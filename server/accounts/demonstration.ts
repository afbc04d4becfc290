import { Martyrs } from '../martyrs/model.ts';
import type { Settings } from '../settings.ts';

const keptMs = 15_000;
let kept: { at: number; only: Promise<boolean> } | undefined;

/**
 * Whether accounts whose passwords stand in the README may sign in: in production only while everything in the database
 * is demonstration. Asked of the database, since a command may load or remove.
 */
export async function mayDemonstrate({ NODE_ENV }: Settings): Promise<boolean> {
  if (NODE_ENV !== 'production') return true;
  if (kept === undefined || Date.now() - kept.at > keptMs) {
    const only = Promise.all([Martyrs.exists({ demo: true }), Martyrs.exists({ demo: { $ne: true } })]).then(
      ([demo, real]) => demo !== null && real === null,
    );
    kept = { at: Date.now(), only };
    only.catch(() => (kept = undefined));
  }
  return kept.only;
}
