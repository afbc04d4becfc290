import { useEffect, useRef, useState } from 'preact/hooks';
import type { CemeteryView } from '../../../server/cemeteries/contract.ts';
import type { DiagramHandle } from '../../map/diagram.ts';
import { fold } from '../../parts/fold.ts';
import { PlanPane, type PlanPlot } from '../../parts/plan-pane.tsx';
import { positionWords } from '../../parts/position.ts';
import { useReader } from '../../parts/reader.ts';
import { StateMark, StateSign } from '../../parts/state-mark.tsx';
import { states } from './counts.tsx';

interface WholePlanProps {
  cemetery: CemeteryView;
  /** What is being typed in the search. */
  words: string;
  /** Graves of the row or search that the page was asked for. */
  found: string[];
}

/** The whole drawing: a pressed plot says who lies there, and what is typed in the search lights up. */
export function WholePlan({ cemetery, words, found }: WholePlanProps) {
  const { t } = useReader();
  const [shown, setShown] = useState(cemetery.diagrams[0]?.id);
  if (!shown) return null;
  return (
    <section class="whole-plan" aria-label={t('diagram.title')}>
      {cemetery.diagrams.length > 1 && (
        <label class="by-script">
          <span>{t('diagram.which')}</span>
          <select value={shown} onChange={(event) => setShown(event.currentTarget.value)}>
            {cemetery.diagrams.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <OnePlan key={shown} cemetery={cemetery.code} diagram={shown} words={words} asked={found} />
      <ul class="key by-script" aria-label={t('diagram.key')}>
        {states
          .filter((state) => cemetery.counts[state] > 0)
          .map((state) => (
            <li key={state}>
              <StateSign state={state} /> {t(`state.${state}.many`)}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** Plots whose name or place in the cemetery has every word that was typed, accents or none. */
export function matching(plots: { text: string; id: string }[], words: string): string[] {
  const asked = fold(words).split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return plots.filter(({ text }) => asked.every((word) => text.includes(` ${word}`))).map(({ id }) => id);
}

function OnePlan(props: { cemetery: string; diagram: string; words: string; asked: string[] }) {
  const { cemetery, diagram, words, asked } = props;
  const reader = useReader();
  const { t, link } = reader;
  const plan = useRef<DiagramHandle>(undefined);
  const plots = useRef<{ text: string; id: string }[]>([]);
  const [chosen, setChosen] = useState<PlanPlot>();
  const [found, setFound] = useState<number>();
  const [opened, setOpened] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const light = () => {
    const ids = words.trim() ? matching(plots.current, words) : asked;
    plan.current?.highlight(ids);
    if (ids.length === 1) plan.current?.select(ids[0]!, { zoom: true });
    setFound(plan.current && words.trim() ? ids.length : undefined);
  };
  useEffect(light, [words]);
  // on a phone what a press says would stand below the screen
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [chosen]);
  return (
    <>
      <PlanPane
        cemetery={cemetery}
        diagram={diagram}
        onSelect={setChosen}
        onOpen={(handle, view) => {
          plan.current = handle;
          plots.current = view.plots.map((plot) => ({
            id: plot.id,
            text: ` ${fold(`${plot.name ?? ''} ${positionWords(reader, plot) ?? ''}`).replace(/,/g, '')}`,
          }));
          light();
          setOpened(true);
        }}
      />
      <p class="spoken" role="status">
        {found !== undefined && t('cemetery.found', { count: found, words: words.trim() })}
      </p>
      {chosen && (
        <div class="card chosen-plot" ref={card} role="status">
          <p>
            <b>{positionWords(reader, chosen)}</b>
          </p>
          {chosen.name && <p>{chosen.name}</p>}
          <p>
            <StateMark state={chosen.state} />
          </p>
          <a class="button quiet" href={chosen.code ? link('martyr', chosen.code) : link('grave', chosen.id)}>
            {t('diagram.open')}
          </a>
        </div>
      )}
      <div class={`acts by-script${opened ? '' : ' waiting'}`}>
        <button type="button" class="button quiet" onClick={() => plan.current?.fit()}>
          {t('diagram.whole')}
        </button>
      </div>
    </>
  );
}
