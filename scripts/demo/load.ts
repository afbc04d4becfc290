import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import { ExchangeLine } from '../../server/imports/exchange.ts';
import { recordLines, type RecordContext } from '../../server/martyrs/record.ts';
import { loadCemeteries } from './cemeteries.ts';
import { diagramIdOf, loadDiagram } from './diagrams.ts';
import { countGraves, loadPlots, tellStories } from './graves.ts';
import { demoLines } from './people.ts';
import { plans as drawnPlans } from './plans/index.ts';
import { demoSource } from './source.ts';

const batch = 500;

/**
 * Loads the demonstration: real cemeteries, 5,000 invented dossiers, two drawn cemeteries. All is marked `demo`, so that
 * pages say so and removeDemo finds it. Loading again takes up what was cut short and doubles nothing.
 * @param onProgress share done, 0 to 1, and what is under way, for people
 */
export async function loadDemo(
  connection: Connection,
  onProgress: (share: number, what: string) => void,
): Promise<void> {
  onProgress(0, 'nghĩa trang');
  await loadCemeteries(connection);
  onProgress(0.03, 'hồ sơ');
  const plans = drawnPlans();
  const lines = demoLines(plans).map((line) => ({
    line: ExchangeLine.parse(line),
    hash: createHash('sha256')
      .update(`demo ${JSON.stringify(line)}`)
      .digest('base64url'),
  }));
  const context: RecordContext = {
    connection,
    source: demoSource,
    by: 'demo',
    status: 'published',
    demo: true,
  };
  for (let at = 0; at < lines.length; at += batch) {
    const { refused } = await recordLines(lines.slice(at, at + batch), context);
    if (refused[0]) throw new Error(`demonstration line refused: ${refused[0].reason}`);
    onProgress(0.03 + (0.4 * (at + batch)) / (lines.length + batch), 'hồ sơ');
  }
  for (const [index, plan] of plans.entries()) {
    onProgress(0.45 + index * 0.25, `sơ đồ ${plan.cemeteryName}`);
    await loadPlots(plan, diagramIdOf(plan));
    await loadDiagram(plan);
  }
  onProgress(0.94, 'phần mộ');
  await tellStories();
  await countGraves();
  onProgress(1, 'xong');
}
