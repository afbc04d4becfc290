import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Does something once, when an element comes near the screen: what is never looked at is never loaded.
 * @param half waits until half of it is on the screen, for what is heavy and has something in its place until then
 */
export function useWhenSeen(element: RefObject<Element | null>, act: () => void, half = false): void {
  useEffect(() => {
    if (!element.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        act();
      },
      half ? { threshold: 0.5 } : { rootMargin: '200px' },
    );
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
}
