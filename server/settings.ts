import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

/** One setting: the environment variable's name, what it is for, its default as shown, and how it is read. */
interface Declared<T> {
  purpose: string;
  shown: string;
  read: z.ZodType<T>;
}
const declare = <T>(purpose: string, shown: string, read: z.ZodType<T>): Declared<T> => ({
  purpose,
  shown,
  read,
});

const port = z.coerce.number().int().min(1).max(65535);
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');
const folder = z
  .string()
  .min(1)
  .transform((value) => path.resolve(value));
const optional = z.string().trim().optional();
const mongoUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\/[^/\s]+/, 'must begin with mongodb:// or mongodb+srv:// and name a server')
  .optional();
const httpUrl = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const tileUrl = z
  .string()
  .regex(/^https?:\/\/\S+\{z\}\S*$/, 'must be an http(s) address with {z}, {x} and {y} in it')
  .optional();

/** Every setting of the project, once. README's table is checked against this list by a test. */
export const declared = {
  PORT: declare('Port the site listens on', '3000', port.default(3000)),
  HOST: declare(
    'Address the site listens on; 127.0.0.1 keeps it to this machine',
    '0.0.0.0',
    z.string().min(1).default('0.0.0.0'),
  ),
  DATA_DIR: declare(
    'Folder of the database that the project runs itself',
    './data',
    folder.default(path.resolve('data')),
  ),
  CACHE_DIR: declare(
    'Folder that keeps a fetched mongod between starts',
    '~/.cache/tri-an',
    folder.default(path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'tri-an')),
  ),
  MONGODB_URI: declare('Your own MongoDB replica set (6.0 to 8); none is started then', 'none', mongoUri),
  MONGOD: declare('Path of the mongod to run', 'found or fetched', optional),
  PUBLIC_URL: declare(
    'Address people reach the site by; used in QR codes, sitemap and shared links',
    'http://localhost:PORT',
    httpUrl.optional(),
  ),
  DEMO: declare('Load the demonstration data on the first start (on, off)', 'on', onOff.default(true)),
  NODE_ENV: declare(
    'production, development or test',
    'production',
    z.enum(['production', 'development', 'test']).default('production'),
  ),
  RATE_LIMIT: declare(
    'Requests a minute from one address, or off',
    '600',
    z.union([z.literal('off'), z.coerce.number().int().min(1)]).default(600),
  ),
  TRUST_PROXY: declare(
    'How many reverse proxies stand before the site',
    '0',
    z.coerce.number().int().min(0).max(10).default(0),
  ),
  SESSION_IDLE_MINUTES: declare(
    'Minutes without a click after which one is signed out',
    '30',
    z.coerce.number().int().min(1).max(1440).default(30),
  ),
  SESSION_HOURS: declare(
    'Hours after which one must sign in anew',
    '12',
    z.coerce.number().int().min(1).max(168).default(12),
  ),
  LOG_LEVEL: declare(
    'fatal, error, warn, info, debug, trace or silent',
    'info',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  SEARCH_WORKERS: declare('Threads that search', '1', z.coerce.number().int().min(1).max(64).default(1)),
  TILE_URL: declare(
    'Outside map tiles as an extra layer, such as https://tiles.example/{z}/{x}/{y}.png',
    'none',
    tileUrl,
  ),
  TILE_CREDIT: declare('Credit line those tiles ask for', 'none', optional),
  OFFICE_NAME: declare('Office that answers families', 'Sở Nội vụ', z.string().default('Sở Nội vụ')),
  OFFICE_PHONE: declare('Its telephone number', 'none', optional),
  OFFICE_EMAIL: declare('Its e-mail address', 'none', z.email().optional()),
  OFFICE_ADDRESS: declare('Its street address and opening hours', 'none', optional),
} as const;

type Declarations = typeof declared;
export type Settings = { [K in keyof Declarations]: Declarations[K] extends Declared<infer T> ? T : never };

/** A setting that cannot be used: one sentence for the person who starts the site. */
export class SettingError extends Error {}

/**
 * Reads and checks every setting.
 * @throws SettingError that names the setting, what is wrong and what it is for
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const read: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(declared)) {
    const given = env[name] === '' ? undefined : env[name];
    const result = setting.read.safeParse(given, { error: z.locales.vi().localeError });
    if (!result.success) {
      const why = result.error.issues[0]?.message ?? 'not valid';
      const shown = name === 'MONGODB_URI' ? hidePassword(given ?? '') : given;
      throw new SettingError(
        `Thiết lập ${name}="${shown}" không dùng được (${why}). ${name}: ${setting.purpose}; default ${setting.shown}.`,
      );
    }
    read[name] = result.data;
  }
  return read as Settings;
}

/** A connection address as it may be printed: without its password. */
export function hidePassword(uri: string): string {
  return uri.replace(/\/\/([^:@/]+):[^@/]+@/, '//$1:***@');
}

/** The address people reach the site by. */
export function publicUrl(settings: Settings): string {
  return settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
}
