import mongoose from 'mongoose';
import { removeDemo } from './demo/remove.ts';
import { command } from './command.ts';

/** `npm run demo:remove`: takes the demonstration data away; places and everything real stay. */
await command(async (_settings, say) => {
  await removeDemo(mongoose.connection, say);
});
