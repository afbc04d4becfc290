import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { MapHandle, MapOptions } from '../map/open.ts';
import { PageFrame, useReader } from './reader.ts';
import { useWhenSeen } from './when-seen.ts';

interface MapPaneProps {
  options: MapOptions;
  /** Gets the map once it is open; what it returns is done when the pane goes. */
  onOpen: (map: MapHandle) => (() => void) | undefined;
}

/** A map that loads when it comes near the screen. What it shows stands as a list beside it. */
export function MapPane(props: MapPaneProps) {
  const { t, language } = useReader();
  const { tiles } = useContext(PageFrame);
  const box = useRef<HTMLDivElement>(null);
  const close = useRef<() => void>(undefined);
  const [state, setState] = useState<'waiting' | 'open' | 'failed'>('waiting');
  const gone = useRef(false);
  // the map opens later than this was called: by then the page may know more
  const latest = useRef(props);
  latest.current = props;
  useWhenSeen(box, () => {
    import('../map/open.ts').then(
      ({ openMap }) => {
        if (gone.current || !box.current) return;
        const map = openMap(box.current, {
          language,
          ...(tiles ? { outsideTiles: tiles } : {}),
          ...latest.current.options,
        });
        const done = latest.current.onOpen(map);
        close.current = () => {
          done?.();
          map.destroy();
        };
        setState('open');
      },
      () => setState('failed'),
    );
  });
  useEffect(
    () => () => {
      gone.current = true;
      close.current?.();
    },
    [],
  );
  return (
    <div class="map-pane by-script">
      <div class="box" ref={box} />
      {state !== 'open' && (
        <p class="cover" role="status">
          {t(state === 'failed' ? 'map.failed' : 'map.loading')}
        </p>
      )}
    </div>
  );
}
