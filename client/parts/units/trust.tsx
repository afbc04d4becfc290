import { useReader } from '../reader.ts';

/** Whether somebody has checked it; said in words, never by colour alone. */
export function Trust({ verified }: { verified: boolean }) {
  const { t } = useReader();
  return (
    <span class={`trust${verified ? ' checked' : ''}`}>
      {t(verified ? 'unit.verified' : 'unit.unverified')}
    </span>
  );
}

/** Where it is told; the rows that nobody gave a source say so. */
export function Sources({ sources }: { sources: string[] }) {
  const { t } = useReader();
  const words = sources.map((source) =>
    source.startsWith('general knowledge') ? t('unit.general') : source,
  );
  return <span class="src">{t('unit.source', { source: [...new Set(words)].join('; ') })}</span>;
}
