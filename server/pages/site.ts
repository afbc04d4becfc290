import { Martyrs } from '../martyrs/model.ts';
import { Cemeteries } from '../cemeteries/model.ts';
import type { SearchService } from '../search/service.ts';
import { publicUrl, type Settings } from '../settings.ts';
import type { FrameProps, Office } from './contract.ts';

/** What pages need besides the request. */
export interface Site {
  settings: Settings;
  search: SearchService;
  url: string;
  mapCredits: string;
}

export function siteOf(settings: Settings, search: SearchService, mapCredits: string): Site {
  return { settings, search, url: publicUrl(settings), mapCredits };
}

const keptMs = 15_000;
let kept: { at: number; found: Promise<boolean> } | undefined;

/** Whether demonstration data is here: every page says so. Asked of the database, since a command may remove it. */
export function hasDemo(): Promise<boolean> {
  if (kept === undefined || Date.now() - kept.at > keptMs) {
    const found = Promise.all([Martyrs.exists({ demo: true }), Cemeteries.exists({ demo: true })]).then(
      (all) => all.some(Boolean),
    );
    kept = { at: Date.now(), found };
    found.catch(() => (kept = undefined));
  }
  return kept.found;
}

export function officeOf({ OFFICE_NAME, OFFICE_PHONE, OFFICE_EMAIL, OFFICE_ADDRESS }: Settings): Office {
  return {
    name: OFFICE_NAME,
    ...(OFFICE_PHONE === undefined ? {} : { phone: OFFICE_PHONE }),
    ...(OFFICE_EMAIL === undefined ? {} : { email: OFFICE_EMAIL }),
    ...(OFFICE_ADDRESS === undefined ? {} : { address: OFFICE_ADDRESS }),
  };
}

/** Outside tiles of the settings, if any. */
export function tilesOf({ TILE_URL, TILE_CREDIT }: Settings): Pick<FrameProps, 'tiles'> {
  return TILE_URL === undefined ? {} : { tiles: { url: TILE_URL, credit: TILE_CREDIT ?? '' } };
}
