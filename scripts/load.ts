import { StartError } from '../server/database/start-error.ts';
import { runLoad } from '../server/imports/load.ts';
import { command } from './command.ts';

const [file] = process.argv.slice(2);

/** `npm run load -- FILE.ndjson`: loads exchange lines as published dossiers; repeatable. */
await command(async (_settings, say) => {
  if (file === undefined) throw new StartError('Cách dùng: npm run load -- TỆP.ndjson');
  const summary = await runLoad(file, say);
  if (summary.refused > 0) process.exitCode = 2;
});
