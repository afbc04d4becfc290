import { useReader } from './reader.ts';

/** Photos of the stone or the person, each with what it shows. */
export function Photos({ photos }: { photos: { url: string; caption?: string | undefined }[] }) {
  const { t } = useReader();
  if (photos.length === 0) return null;
  return (
    <section class="card photos" aria-labelledby="photos">
      <h2 id="photos">{t('photos.title')}</h2>
      <div>
        {photos.map((photo) => (
          <figure key={photo.url}>
            <img src={photo.url} alt={photo.caption ?? t('photos.alt')} loading="lazy" />
            {photo.caption && <figcaption>{photo.caption}</figcaption>}
          </figure>
        ))}
      </div>
    </section>
  );
}
