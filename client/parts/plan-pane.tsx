import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DiagramView } from '../../server/diagrams/contract.ts';
import { readPlan } from '../api.ts';
import type { DiagramHandle } from '../map/diagram.ts';
import { useReader } from './reader.ts';
import { useWhenSeen } from './when-seen.ts';

export type PlanPlot = DiagramView['plots'][number];

interface PlanPaneProps {
  cemetery: string;
  diagram: string;
  onOpen: (plan: DiagramHandle, view: DiagramView) => void;
  onSelect?: (plot: PlanPlot) => void;
  /** Shown until the drawing has come and covers it, and on paper. */
  children?: ComponentChildren;
}

/** The drawing of a cemetery with its plots; loads when it comes near the screen. */
export function PlanPane(props: PlanPaneProps) {
  const { cemetery, diagram, children } = props;
  const { t, language } = useReader();
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef<DiagramHandle>(undefined);
  const gone = useRef(false);
  // the drawing opens later than this was called: by then the page may know more
  const latest = useRef(props);
  latest.current = props;
  const [state, setState] = useState<'waiting' | 'open' | 'failed'>('waiting');
  const open = async () => {
    const [{ openDiagram }, view] = await Promise.all([
      import('../map/diagram.ts'),
      readPlan(language, cemetery, diagram),
    ]);
    if (gone.current || !box.current) return;
    const plots = new Map(view.plots.map((plot) => [plot.id, plot]));
    opened.current = openDiagram(box.current, view, {
      language,
      wheel: false,
      onSelect: ({ id }) => latest.current.onSelect?.(plots.get(id)!),
    });
    latest.current.onOpen(opened.current, view);
    setState('open');
  };
  useWhenSeen(box, () => void open().catch(() => setState('failed')), children !== undefined);
  useEffect(
    () => () => {
      gone.current = true;
      opened.current?.destroy();
    },
    [],
  );
  return (
    <div class={`plan-pane${children ? '' : ' by-script'}`}>
      {children}
      <div class="box" ref={box} />
      {state === 'failed' && (
        <p class="cover" role="status">
          {t('diagram.failed')}
        </p>
      )}
      {state === 'waiting' && !children && (
        <p class="cover" role="status">
          {t('diagram.loading')}
        </p>
      )}
    </div>
  );
}
