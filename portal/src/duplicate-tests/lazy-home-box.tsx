import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { useSession } from '#portal/app/session.ts';

/** Its program comes after the list of patients and moves nothing: the room for it is kept. */
export function LazyHomeBox(): ReactElement | null {
  const { viewer } = useSession();
  const reads = viewer.scopes.includes('RESULTS');
  const [Box, setBox] = useState<ComponentType | null>(null);
  useEffect(() => {
    // Where it does not arrive the page is none the worse: the same box stands beside each patient's tests.
    if (reads)
      import('#portal/duplicate-tests/home-box.tsx').then(
        ({ HomeBox }) => setBox(() => HomeBox),
        () => undefined,
      );
  }, [reads]);
  return reads ? <div className="check-home">{Box && <Box />}</div> : null;
}
