import type { Qr } from '../../server/pages/contract.ts';
import { useReader } from './reader.ts';

/** The foot of a printed page: its address as a QR code and in words. Seen on paper only. */
export function PaperFoot({ qr, demo }: { qr: Qr; demo: boolean }) {
  const { t } = useReader();
  return (
    <div class="paper">
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={t('paper.qr')}
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        <b>{t('paper.address')}</b>
        <br />
        {qr.url}
        <br />
        {t('paper.note')}
        {demo && (
          <>
            <br />
            <b>{t('frame.demo')}</b>
          </>
        )}
      </p>
    </div>
  );
}
