import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrameProps, PageData, PageName, PageProps } from '../server/pages/contract.ts';
import { Frame } from './frame.tsx';
import { headOf } from './pages/head.ts';
import { PageFrame } from './parts/reader.ts';
import { fetchPage, Turning, type Turn } from './parts/turn.ts';

/** A page is a function of what the server knows and of nothing else. */
export type PageView<N extends PageName> = ComponentType<{ data: PageData[N]; frame: FrameProps }>;
export type PageViews = { [N in PageName]: PageView<N> };

/** One page in its frame; the same on the server and in the browser. `view` must be the page that `first` names. */
export function App({ first, view }: { first: PageProps; view: PageViews[PageName] }) {
  const [props, setProps] = useState(first);
  const turn = useTurning(props.page, setProps);
  // the compiler cannot see that page and data come from the same member of PageProps
  const View = view as ComponentType<{ data: PageData[PageName]; frame: FrameProps }>;
  return (
    <PageFrame.Provider value={props.frame}>
      <Turning.Provider value={turn}>
        <Frame frame={props.frame} page={props.page}>
          <View data={props.data} frame={props.frame} />
        </Frame>
      </Turning.Provider>
    </PageFrame.Provider>
  );
}

function useTurning(page: PageName, show: (props: PageProps) => void): Turn {
  const asked = useRef<AbortController>(undefined);
  const shown = useRef('');
  const turn: Turn = async (href, how = 'push') => {
    asked.current?.abort();
    const asking = new AbortController();
    asked.current = asking;
    try {
      const props = await fetchPage(href, asking.signal);
      if (props.page !== page) throw new Error('another page');
      if (how === 'push') history.pushState(null, '', href);
      if (how === 'replace') history.replaceState(null, '', href);
      shown.current = location.pathname + location.search;
      document.title = headOf(props).title;
      show(props);
    } catch {
      // a later question took over; otherwise the plain way still works, and shows what is wrong
      if (!asking.signal.aborted) location.assign(href);
    }
  };
  useEffect(() => {
    shown.current = location.pathname + location.search;
    const back = () => {
      const asked = location.pathname + location.search;
      if (asked !== shown.current) void turn(asked, 'back'); // else only the part after # changed
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  return turn;
}
