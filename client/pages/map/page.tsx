import { useEffect, useRef, useState } from 'preact/hooks';
import type { CemeterySummary } from '../../../server/cemeteries/contract.ts';
import type { PageData } from '../../../server/pages/contract.ts';
import { allCemeteries } from '../../api.ts';
import type { MapHandle } from '../../map/open.ts';
import type { PointsHandle } from '../../map/points.ts';
import { readView, writeView, type View } from '../../map/view.ts';
import { withQuery } from '../../parts/link.ts';
import { MapPane } from '../../parts/map-pane.tsx';
import { useReader } from '../../parts/reader.ts';
import { share } from '../../parts/share.ts';
import { inView, isShown, type Layer } from './in-view.ts';

const layers = ['diagram', 'exact', 'approximate'] as const;
/** What a person reads through beside a map; the rest is a zoom away. */
const most = 40;

/** The cemeteries of the whole country on the map, with the same content as a list beside it. */
export function MapPage({ data }: { data: PageData['map'] }) {
  const { t, link, distance } = useReader();
  const { all, failed } = useCemeteries();
  const [on, setOn] = useState<ReadonlySet<Layer>>(new Set(layers));
  const [view, setView] = useState<View>();
  const [copied, setCopied] = useState(false);
  const map = useRef<MapHandle>(undefined);
  const points = useRef<PointsHandle>(undefined);
  const pane = useRef<HTMLDivElement>(null);
  const shown = all.filter((cemetery) => isShown(cemetery, on));

  const draw = () => {
    points.current?.remove();
    points.current = map.current?.showPoints(
      {
        type: 'FeatureCollection',
        features: shown.map(({ code, name, gate }) => ({
          type: 'Feature',
          geometry: gate!.point,
          properties: { id: code, name, accuracyM: gate!.accuracyM },
        })),
      },
      { card: ({ id, name }) => card(name, link('cemetery', id), t('map.open')) },
    );
  };
  useEffect(draw, [all, on]);

  // An address pasted while the map is open names another view of the same page.
  useEffect(() => {
    const go = () => {
      const asked = readView(location.hash);
      if (asked) map.current?.setView(asked);
    };
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);

  const size: [number, number] = [pane.current?.clientWidth ?? 0, pane.current?.clientHeight ?? 0];
  const near = view ? inView(shown, view, size) : [];
  return (
    <div class="whole-map">
      <div class="map-side" ref={pane}>
        <MapPane
          options={{
            ...optionalView(),
            oldBorders: data.oldBorders,
            controls: { locate: true, oldBorders: true },
            onView: (now) => {
              setView(now);
              history.replaceState(null, '', location.pathname + location.search + writeView(now));
            },
            onOldBorders: (ranh) =>
              history.replaceState(
                null,
                '',
                withQuery(location.pathname, { ranh: ranh === 'none' ? undefined : ranh }) + location.hash,
              ),
          }}
          onOpen={(opened) => {
            map.current = opened;
            setView(opened.getView());
            draw();
            return undefined;
          }}
        />
      </div>
      <div class="list-side">
        <h1>{t('map.title')}</h1>
        <fieldset class="layers by-script">
          <legend>{t('map.layers')}</legend>
          {layers.map((layer) => (
            <label key={layer}>
              <input type="checkbox" checked={on.has(layer)} onChange={() => setOn(toggled(on, layer))} />
              {t(`map.layer.${layer}`)}
            </label>
          ))}
        </fieldset>
        <div class="acts">
          <a class="button quiet" href={link('cemeteries')}>
            {t('map.list')}
          </a>
          <button
            type="button"
            class="button quiet by-script"
            onClick={() =>
              void share(t('map.title'), location.href).then((how) => setCopied(how === 'copied'))
            }
          >
            {t('map.share')}
          </button>
        </div>
        <p role="status">{copied && t('act.copied')}</p>
        {failed && <p role="alert">{t('map.failed')}</p>}
        {view && (
          <>
            <h2>{t('map.inView', { count: near.length })}</h2>
            {near.length === 0 && all.length > 0 && <p>{t('map.noneInView')}</p>}
            <ul class="plain near">
              {near.slice(0, most).map(({ code, name, place, gate }) => (
                <li key={code} onPointerEnter={() => points.current?.choose(code)}>
                  <a href={link('cemetery', code)} onFocus={() => points.current?.choose(code)}>
                    {name}
                  </a>
                  <small>
                    {place}
                    {gate?.approximate &&
                      ` · ${t('cemetery.approximate.short', { distance: distance(gate.accuracyM) })}`}
                  </small>
                </li>
              ))}
            </ul>
            {near.length > most && <p>{t('map.more', { count: near.length - most })}</p>}
          </>
        )}
      </div>
    </div>
  );
}

/** The view that the address names, when it names one. */
function optionalView(): { view?: View } {
  const view = typeof location === 'undefined' ? undefined : readView(location.hash);
  return view ? { view } : {};
}

function toggled(on: ReadonlySet<Layer>, layer: Layer): Set<Layer> {
  const next = new Set(on);
  if (!next.delete(layer)) next.add(layer);
  return next;
}

/** All cemeteries, as they come. */
function useCemeteries(): { all: CemeterySummary[]; failed: boolean } {
  const { language } = useReader();
  const [all, setAll] = useState<CemeterySummary[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const read = async () => {
      let come: CemeterySummary[] = [];
      for await (const some of allCemeteries(language)) {
        if (gone) return;
        come = [...come, ...some];
        setAll(come);
      }
    };
    read().catch(() => setFailed(true));
    return () => {
      gone = true;
    };
  }, []);
  return { all, failed };
}

/** What opens beside a pressed point. */
function card(name: string, href: string, words: string): HTMLElement {
  const box = document.createElement('div');
  box.append(
    Object.assign(document.createElement('strong'), { textContent: name }),
    document.createElement('br'),
    Object.assign(document.createElement('a'), { href, textContent: words }),
  );
  return box;
}
