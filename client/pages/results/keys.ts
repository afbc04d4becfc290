import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Arrows or j and k go from hit to hit (Enter opens, as on any link), while nobody is typing. */
export function useHitKeys(
  list: RefObject<HTMLElement | null>,
  chosen: number,
  choose: (hit: number) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = steps[event.key];
      const at = event.target instanceof Element ? event.target : document.body;
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (at.closest('input, select, textarea, summary, .leaflet-container')) return;
      // arrows scroll the page as ever until a hit has been chosen or a link in the list has the focus
      if (event.key.startsWith('Arrow') && !list.current?.contains(at)) return;
      const links = list.current?.querySelectorAll<HTMLElement>('h2 a') ?? [];
      const next = Math.min(links.length - 1, Math.max(0, chosen + step));
      const link = links[next];
      if (!link) return;
      event.preventDefault();
      choose(next);
      link.focus();
      link.closest('li')?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [chosen]);
}
