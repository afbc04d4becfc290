import { useState } from 'preact/hooks';
import type { PageData } from '../../../server/pages/contract.ts';
import { Actions } from '../../parts/actions.tsx';
import { OpenInMaps } from '../../parts/grave/open-in-maps.tsx';
import { PaperFoot } from '../../parts/paper.tsx';
import { useReader } from '../../parts/reader.ts';
import { Counts } from './counts.tsx';
import { PlaceMap } from './place-map.tsx';
import { Found, Rows } from './rows.tsx';
import { WholePlan } from './whole-plan.tsx';

/** One cemetery: where it is, who lies there, its diagram, and every row. */
export function CemeteryPage({ data }: { data: PageData['cemetery'] }) {
  const { t, link, distance } = useReader();
  const { cemetery, found, qr } = data;
  const { gate } = cemetery;
  const [words, setWords] = useState('');
  const where = {
    code: cemetery.code,
    name: cemetery.name,
    place: cemetery.place,
    ...(gate ? { gate } : {}),
  };
  return (
    <article class="wrap">
      <p class="back">
        <a href={link('cemeteries')}>← {t('cemeteries.title')}</a>
      </p>
      <h1>{cemetery.name}</h1>
      <p class="under-title">
        {t(`kind.${cemetery.kind}`)} · {cemetery.place}
        {!cemetery.communeSure && <span class="src"> · {t('cemetery.communeUnsure')}</span>}
      </p>
      <form class="narrow within" action={link('cemetery', cemetery.code)} method="get" role="search">
        <label>
          <span>{t('cemetery.search')}</span>
          <input
            type="search"
            name="q"
            maxLength={120}
            placeholder={t('cemetery.search.hint')}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
        <button class="button">{t('search.go')}</button>
      </form>
      {found && <Found title={found.title} graves={found.graves} />}
      <WholePlan cemetery={cemetery} words={words} found={found?.graves.map(({ id }) => id) ?? []} />
      <div class="two">
        <div class="first">
          <section class="where" aria-labelledby="where">
            <h2 id="where">{t('cemetery.way')}</h2>
            <OpenInMaps grave={{ cemetery: where }} />
          </section>
          <PlaceMap cemetery={cemetery} />
          {gate?.approximate && (
            <p class="src by-script">{t('cemetery.approximate', { distance: distance(gate.accuracyM) })}</p>
          )}
        </div>
        <div class="rest">
          <Counts counts={cemetery.counts} reported={cemetery.reported} />
          <Rows cemetery={cemetery} />
          <About cemetery={cemetery} />
          <Actions about={cemetery.code} title={cemetery.name} />
        </div>
      </div>
      <PaperFoot qr={qr} demo={cemetery.demo} />
    </article>
  );
}

function About({ cemetery }: Pick<PageData['cemetery'], 'cemetery'>) {
  const { t } = useReader();
  const facts = [
    [t('cemetery.managedBy'), cemetery.managedBy],
    [t('cemetery.founded'), cemetery.founded && String(cemetery.founded)],
    [t('cemetery.sections'), cemetery.sections.join(', ')],
    [t('cemetery.notes'), cemetery.notes],
    [t('cemetery.pointBasis'), cemetery.pointBasis],
    [t('cemetery.sources'), cemetery.sources.join('; ')],
  ] as const;
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{t('cemetery.about')}</h2>
      <dl class="facts">
        {facts.map(
          ([what, value]) =>
            value && (
              <div key={what}>
                <dt>{what}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('cemetery.sure')}</dt>
          <dd>{t(`sure.${cemetery.confidence}`)}</dd>
        </div>
      </dl>
    </section>
  );
}
