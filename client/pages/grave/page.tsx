import type { PageData } from '../../../server/pages/contract.ts';
import { Actions } from '../../parts/actions.tsx';
import { Back } from '../../parts/back.tsx';
import { Identity } from '../../parts/grave/identity.tsx';
import { MovesMap } from '../../parts/grave/moves-map.tsx';
import { Moves } from '../../parts/grave/moves.tsx';
import { GravePlan } from '../../parts/grave/plan.tsx';
import { Row } from '../../parts/grave/row.tsx';
import { Walk, Where } from '../../parts/grave/where.tsx';
import { PaperFoot } from '../../parts/paper.tsx';
import { Photos } from '../../parts/photos.tsx';
import { useReader } from '../../parts/reader.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { graveTitle } from './title.ts';

/** One grave: where it is, what the stone says word for word, who lies there, and what is not known. */
export function GravePage({ data }: { data: PageData['grave'] }) {
  const reader = useReader();
  const { t } = reader;
  const { grave, route, qr, back } = data;
  const title = graveTitle(reader, grave);
  return (
    <article class="wrap">
      <Back back={back} />
      <h1>{title}</h1>
      {title !== t(`state.${grave.information}`) && (
        <p class="under">
          <StateMark state={grave.information} />
        </p>
      )}
      <div class="two">
        <div class="first">
          <Where grave={grave} route={route} />
          <GravePlan grave={grave} route={route} />
          {route && <Walk route={route} />}
        </div>
        <div class="rest">
          {grave.information !== 'empty' && <Stone grave={grave} />}
          <Row grave={grave} />
          <Moves moves={grave.moves} />
          <MovesMap moves={grave.moves} grave={grave} />
          {grave.information !== 'empty' && (
            <Identity identity={grave.identity} named={grave.information === 'named'} />
          )}
          <Photos photos={grave.photos} />
          <Actions about={grave.id} title={title} />
        </div>
      </div>
      <PaperFoot qr={qr} demo={grave.demo} />
    </article>
  );
}

/** What the stone says and who is known to lie there. */
function Stone({ grave }: Pick<PageData['grave'], 'grave'>) {
  const { t, link } = useReader();
  return (
    <section class="card" aria-labelledby="stone">
      <h2 id="stone">{t('grave.stone')}</h2>
      {grave.inscription ? (
        <blockquote class="inscription">{grave.inscription}</blockquote>
      ) : (
        <p class="gap">{t('grave.noInscription')}</p>
      )}
      <dl class="facts">
        <div>
          <dt>{t('grave.condition')}</dt>
          <dd class={grave.condition === 'not-checked' ? 'gap' : undefined}>
            {t(`condition.${grave.condition}`)}
          </dd>
        </div>
        <div>
          <dt>{t('grave.who')}</dt>
          <dd>
            {grave.martyrs.length === 0 && <span class="gap">{t(`grave.nobody.${grave.information}`)}</span>}
            {grave.martyrs.length > 0 && (
              <ul class="plain">
                {grave.martyrs.map((martyr) => (
                  <li key={martyr.code}>
                    <a href={link('martyr', martyr.code)}>{martyr.name}</a>
                    <span class="src">
                      {' '}
                      {[martyr.birth, martyr.home, martyr.death].filter(Boolean).join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
      {grave.sources.length > 0 && (
        <p class="src">{t('known.sources', { sources: grave.sources.join('; ') })}</p>
      )}
    </section>
  );
}
