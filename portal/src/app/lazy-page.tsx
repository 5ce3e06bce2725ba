import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { Loading } from '#portal/ui/loading.tsx';

interface LazyPage<Props> {
  Page: (props: Props) => ReactElement;
  /** Fetches the page's program ahead of need; a failure shows, and is told, when the page is opened. */
  fetchEarly: () => void;
}

/** A page whose program is fetched when it is opened. Without Suspense, which holds back for 300 ms what has arrived. */
export function lazyPage<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  what: string,
): LazyPage<Props> {
  let Loaded: ComponentType<Props> | null = null;
  const fetchPage = async (): Promise<void> => {
    Loaded = await load();
  };
  return {
    fetchEarly: () => void fetchPage().catch(() => undefined),
    Page(props) {
      const [failure, setFailure] = useState<Error | null>(null);
      const [loaded, setLoaded] = useState(Loaded !== null);
      useEffect(() => {
        // Also when it arrived after this page was drawn and before this effect: nothing else would draw it again.
        if (!loaded) fetchPage().then(() => setLoaded(true), setFailure);
      }, [loaded]);
      // To the boundary, which offers to load the page again.
      if (failure) throw failure;
      return Loaded ? <Loaded {...props} /> : <Loading what={what} lines={10} />;
    },
  };
}
