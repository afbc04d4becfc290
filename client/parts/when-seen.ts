import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Does something once, when an element comes near the screen: what is never looked at is never loaded. */
export function useWhenSeen(element: RefObject<Element | null>, act: () => void): void {
  useEffect(() => {
    if (!element.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        watch.disconnect();
        act();
      },
      { rootMargin: '200px' },
    );
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
}
