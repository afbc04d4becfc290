import type { Hit } from '../../../server/search/contract.ts';
import { positionWords } from '../../parts/position.ts';
import { useReader } from '../../parts/reader.ts';
import { StateSign } from '../../parts/state-mark.tsx';
import { hitPage } from './ask-again.ts';
import { reasonWords, sortReasons } from './reasons.ts';

/** One person, or one grave without a dossier: told apart from namesakes at a glance, with why it is here. */
export function HitCard({ hit, chosen, onPoint }: { hit: Hit; chosen: boolean; onPoint: () => void }) {
  const reader = useReader();
  const { t, language } = reader;
  const { pro, con, open } = sortReasons(hit.reasons);
  const say = (reasons: typeof pro) => reasons.map((reason) => reasonWords(reader, reason)).join('; ');
  const title = hit.name ?? t('state.unknown');
  return (
    <li class={`hit card${chosen ? ' chosen' : ''}`} onPointerEnter={onPoint} onFocusCapture={onPoint}>
      <h2>
        <a href={hitPage(language, hit)}>{title}</a>
      </h2>
      {hit.aliases && hit.aliases.length > 0 && (
        <p class="aliases">{t('hit.aliases', { names: hit.aliases.join(', ') })}</p>
      )}
      <Lies grave={hit.grave} />
      {hit.kind === 'martyr' ? <Glance hit={hit} /> : <StoneWords hit={hit} />}
      {(pro.length > 0 || con.length > 0) && (
        <p class="why">
          {pro.length > 0 && <span>{t('hit.why', { reasons: say(pro) })}</span>}{' '}
          {con.length > 0 && <span class="con">{t('hit.but', { reasons: say(con) })}</span>}{' '}
          {open.length > 0 && <span>{t('hit.open', { reasons: say(open) })}</span>}
        </p>
      )}
    </li>
  );
}

function Lies({ grave }: Pick<Hit, 'grave'>) {
  const reader = useReader();
  const { t } = reader;
  if (!grave) return <p class="lies none">{t('hit.noGrave')}</p>;
  const position = positionWords(reader, grave.position);
  return (
    <p class="lies">
      <StateSign state={grave.information} />
      <span>
        <span class="said">{t(`state.${grave.information}`)}. </span>
        {position && <b>{position}</b>}
        {position && grave.cemetery && ' · '}
        {grave.cemetery?.name}
        {!position && <> · {t('hit.noPosition')}</>}
      </span>
    </p>
  );
}

/** The four facts that tell namesakes apart, the unknown ones too. */
function Glance({ hit }: { hit: Hit }) {
  const { t } = useReader();
  const facts = [
    [t('fact.birth'), hit.birth],
    [t('fact.death'), [hit.death, hit.deathPlace].filter(Boolean).join(', ')],
    [t('fact.home'), hit.home],
    [t('fact.unit'), hit.unit],
  ] as const;
  return (
    <dl class="glance">
      {facts.map(([what, value]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd class={value ? undefined : 'gap'}>{value || t('fact.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
}

function StoneWords({ hit }: { hit: Hit }) {
  const { t } = useReader();
  if (!hit.grave?.inscription) return null;
  return <p class="stone">{t('hit.stone', { words: hit.grave.inscription })}</p>;
}
