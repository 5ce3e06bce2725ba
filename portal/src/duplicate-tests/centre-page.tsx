import type { ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { figuresQuery, type Figures } from '#portal/duplicate-tests/figures.query.ts';
import { moneyWords } from '#portal/duplicate-tests/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/duplicate-tests/centre-page.css';
import '#portal/ui/table.css';

const windows = { 1: 'the last month', 3: 'the last 3 months', 12: 'the last 12 months' } as const;
type Months = keyof typeof windows;
const address = '/centre/duplicate-tests';

/** What the centre knows of checks: counts by test, of no patient. */
export function CentrePage(): ReactElement {
  usePage('Duplicate tests');
  const { viewer } = useSession();
  const [, go] = useLocation();
  const asked = Number(new URLSearchParams(useSearch()).get('months'));
  const months: Months = asked === 1 || asked === 3 ? asked : 12;
  const { data, receivedAt, loading, problems, again } = useKeptQuery(figuresQuery, { months });
  const [problem] = problems;
  const figures = data?.duplicateTestFigures;
  return (
    <>
      <h1>Duplicate tests</h1>
      <div className="field results-filter">
        <label htmlFor="months">Counted over</label>
        <select
          id="months"
          className="input"
          value={months}
          onChange={({ target }) => go(`${address}?months=${target.value}`, { replace: true })}
        >
          {Object.entries(windows).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </div>
      {problem && !figures && !loading && <ProblemNote problem={problem} what="the figures" again={again} />}
      {problem && figures && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={viewer.organization.timeZone} again={again} />
      )}
      {!figures && loading && <Loading what="the figures" lines={8} />}
      {figures && <Counted figures={figures} when={windows[months]} />}
    </>
  );
}

function Counted({ figures, when }: { figures: Figures; when: string }): ReactElement {
  const { checks, avoided, families, money } = figures;
  if (checks === 0 && families.length === 0) {
    return (
      <Card title={`Nobody asked in ${when}`}>
        <p className="prose">
          A check is counted when a practice asks “Has this been done?” in the portal, or when its own record system
          asks for it before an order is signed.
        </p>
      </Card>
    );
  }
  return (
    <Card
      title={`${checks} ${checks === 1 ? 'check' : 'checks'}, ${avoided} ${avoided === 1 ? 'test' : 'tests'} avoided in ${when}`}
      foot="Counts only, of no patient, reader or practice. Tests that were asked about fewer than five times stand together. Avoided: the earlier result was reused, or the draft order was removed in a practice’s own record."
    >
      <p className="prose">
        {money
          ? `Saved: ${moneyWords(money.saved, money.currency)}, by the centre’s own prices (${money.source}).${money.avoidedWithoutPrice > 0 ? ` Not in this sum: ${money.avoidedWithoutPrice} avoided without a price.` : ''}`
          : 'No money is told: the centre has given no price table (TEST_PRICES_FILE), and Portage has no prices of its own.'}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached with the keyboard */}
      <div className="centre-scroll" role="region" aria-label="Counts by test" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Test</th>
              {['Checks', 'Avoided', 'Put off', 'Ordered anyway', ...(money ? ['Saved'] : [])].map((title) => (
                <th scope="col" className="number" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {families.map(({ key, name, saved, ...count }) => (
              <tr key={key ?? 'rare'}>
                <th scope="row">{name ?? 'Rarely asked, together'}</th>
                {[count.checks, count.avoided, count.deferred, count.ordered].map((number, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- columns keep their places
                  <td className="number figures" key={place}>
                    {number}
                  </td>
                ))}
                {money && (
                  <td className="number figures">{saved === null ? 'no price' : moneyWords(saved, money.currency)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
