import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Addresses of the built files a page starts with. */
export interface Assets {
  scripts: string[];
  styles: string[];
  /** Modules the first script needs at once. */
  preload: string[];
  fonts: string[];
}

interface Chunk {
  file: string;
  css?: string[];
  assets?: string[];
  imports?: string[];
}

/** What the development server serves instead of built files. */
export const developmentAssets: Assets = {
  scripts: ['/@vite/client', '/main.tsx'],
  styles: [],
  preload: [],
  fonts: [],
};

/** Fonts that every page's first screen is set in; the others wait until they are needed. */
const firstFonts = /(be-vietnam-pro-(latin|vietnamese)-400|lora-(latin|vietnamese)-600).*\.woff2$/;

/** Reads Vite's manifest. @param folder dist/client */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = JSON.parse(await readFile(path.join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const entry = manifest['main.tsx'];
  if (!entry) throw new Error('dist/client has no main.tsx in its manifest: run npm run build');
  const address = (file: string) => `/${file}`;
  return {
    scripts: [address(entry.file)],
    styles: (entry.css ?? []).map(address),
    preload: (entry.imports ?? []).flatMap((name) => (manifest[name] ? [address(manifest[name].file)] : [])),
    fonts: Object.values(manifest)
      .map(({ file }) => file)
      .concat(entry.assets ?? [])
      .filter((file, index, all) => firstFonts.test(file) && all.indexOf(file) === index)
      .map(address),
  };
}
