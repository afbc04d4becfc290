import { useRef, useState } from 'preact/hooks';
import type { GraveView, RouteView } from '../../../server/graves/contract.ts';
import type { DiagramHandle } from '../../map/diagram.ts';
import { PlanPane } from '../plan-pane.tsx';
import { useReader } from '../reader.ts';
import { Sketch } from './sketch.tsx';

/** The drawing of the cemetery, near the grave, with the walk from the gate on it. */
export function GravePlan({ grave, route }: { grave: GraveView; route?: RouteView | undefined }) {
  const { t } = useReader();
  const plan = useRef<DiagramHandle>(undefined);
  const [opened, setOpened] = useState(false);
  if (!grave.diagram) return null;
  const { id, shape } = grave.diagram;
  const near = () => plan.current?.select(grave.id, { zoom: true });
  return (
    <section class="grave-plan" aria-label={t('diagram.title')}>
      <PlanPane
        cemetery={grave.cemetery.code}
        diagram={id}
        onOpen={(handle) => {
          plan.current = handle;
          if (route) handle.showWalk(route.pixels);
          near();
          setOpened(true);
        }}
      >
        {route && <Sketch route={route} shape={shape} />}
      </PlanPane>
      <div class={`acts by-script${opened ? '' : ' waiting'}`}>
        {route && (
          <button
            type="button"
            class="button quiet"
            onClick={() => plan.current?.showWalk(route.pixels, { fit: true })}
          >
            {t('diagram.walk')}
          </button>
        )}
        <button type="button" class="button quiet" onClick={near}>
          {t('diagram.near')}
        </button>
      </div>
    </section>
  );
}
