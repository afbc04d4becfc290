import type { FrameProps, PageData } from '../../../server/pages/contract.ts';
import { useReader } from '../../parts/reader.ts';

/** The cemeteries of the whole country on the map, with the same content as a list beside it. */
export function MapPage({ data }: { data: PageData['map']; frame: FrameProps }) {
  const { t, link } = useReader();
  return (
    <div class="whole-map" data-borders={data.oldBorders}>
      <h1>{t('map.title')}</h1>
      <a href={link('cemeteries')}>{t('map.list')}</a>
    </div>
  );
}
