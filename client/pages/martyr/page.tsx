import type { PageData } from '../../../server/pages/contract.ts';
import { Actions } from '../../parts/actions.tsx';
import { Back } from '../../parts/back.tsx';
import { Identity } from '../../parts/grave/identity.tsx';
import { MovesMap } from '../../parts/grave/moves-map.tsx';
import { Moves } from '../../parts/grave/moves.tsx';
import { GravePlan } from '../../parts/grave/plan.tsx';
import { Row } from '../../parts/grave/row.tsx';
import { Together } from '../../parts/grave/together.tsx';
import { Walk, Where } from '../../parts/grave/where.tsx';
import { PaperFoot } from '../../parts/paper.tsx';
import { Photos } from '../../parts/photos.tsx';
import { useReader } from '../../parts/reader.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { Facts, Missing } from './facts.tsx';
import { NoGrave } from './no-grave.tsx';
import { UnitThen } from './unit-then.tsx';

/** One person: first where he lies, then what is known, what is missing, and what one can do. */
export function MartyrPage({ data }: { data: PageData['martyr'] }) {
  const { t } = useReader();
  const { martyr, route, qr, back } = data;
  const { grave } = martyr;
  const title = t(martyr.gender === 'F' ? 'martyr.titleF' : 'martyr.title', { name: martyr.name });
  return (
    <article class="wrap">
      <Back back={back} />
      <h1>{title}</h1>
      <p class="under">
        {grave && <StateMark state={grave.information} />}{' '}
        <span class="src">{t('martyr.code', { code: martyr.code })}</span>
      </p>
      <div class="two">
        <div class="first">
          {grave ? <Where grave={grave} route={route} /> : <NoGrave martyr={martyr} />}
          {grave && <GravePlan grave={grave} route={route} />}
          {route && <Walk route={route} />}
        </div>
        <div class="rest">
          <Facts martyr={martyr} />
          <Missing martyr={martyr} />
          <UnitThen martyr={martyr} />
          {grave && <Together grave={grave} code={martyr.code} />}
          {grave && <Row grave={grave} />}
          <Moves moves={martyr.moves} />
          <MovesMap moves={martyr.moves} grave={grave} />
          <Identity identity={martyr.identity} named={grave?.information === 'named'} />
          <Photos photos={[...martyr.photos, ...(grave?.photos ?? [])]} />
          <Actions about={martyr.code} title={title} />
        </div>
      </div>
      <PaperFoot qr={qr} demo={martyr.demo} />
    </article>
  );
}
