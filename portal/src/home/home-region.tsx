import { useEffect, type ReactElement } from 'react';
import { Link } from 'wouter';
import { useNews } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { homeQuery, type Home, type HomeItem } from '#portal/home/home.query.ts';
import { HomeItemRow } from '#portal/home/home-item.tsx';
import { useVisit } from '#portal/home/use-visit.ts';
import { instantWords, sinceWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import { StaleNote } from '#portal/ui/stale-note.tsx';
import '#portal/home/home.css';

/** What a reader with ten minutes should see, without a click: what asks them, what changed, what is good to know. */
export function HomeRegion({ ready }: { ready: () => void }): ReactElement {
  const { viewer } = useSession();
  const { data, receivedAt, loading, problems, again } = useKeptQuery(homeQuery, {});
  useNews(['TASK', 'MESSAGE'], again);
  useVisit(null, data !== undefined);
  const zone = viewer.organization.timeZone;
  const [problem] = problems;
  const home = data?.home;
  const settled = home !== undefined || (problem !== undefined && !loading);
  useEffect(() => {
    if (settled) ready();
  }, [settled, ready]);
  if (!home) {
    return problem && !loading ? (
      <ProblemNote problem={problem} what="what asks you and what has changed" again={again} />
    ) : (
      <Loading what="what asks you and what has changed" lines={6} />
    );
  }
  return (
    <section className="home-region" aria-labelledby="since">
      <h2 id="since" className="home-since">
        {home.since ? (
          <>
            Since your last visit,{' '}
            <time title={instantWords(home.since, zone)}>{sinceWords(home.since, Date.now(), zone)}</time>
          </>
        ) : (
          'Your first visit'
        )}
      </h2>
      {problem && receivedAt !== null && (
        <StaleNote problem={problem} receivedAt={receivedAt} timeZone={zone} again={again} />
      )}
      <Parts home={home} changed={again} />
      <Onwards />
    </section>
  );
}

function Parts({ home, changed }: { home: Home; changed: () => void }): ReactElement {
  const { viewer } = useSession();
  const { asksYou, changes, forInformation, since } = home;
  // Who reads no records has no patients of whom something could be new.
  const reads = viewer.scopes.includes('DEMOGRAPHICS');
  return (
    <div className="home-parts">
      <Part
        title="Asks you"
        items={asksYou}
        changed={changed}
        empty="Nothing waits for you. What others ask of you will stand here until you answer."
      />
      {reads && (
        <Part
          title="Changes"
          items={changes}
          changed={changed}
          empty={
            since
              ? 'Nothing new has come in for your patients since then.'
              : 'From your next visit on, what is new since this one stands here.'
          }
        />
      )}
      {forInformation.length > 0 && <Part title="For information" items={forInformation} changed={changed} empty="" />}
    </div>
  );
}

interface PartProps {
  title: string;
  items: readonly HomeItem[];
  changed: () => void;
  empty: string;
}

/** The first few; the rest on demand, so that the list of patients stays within reach. */
const FIRST = 8;

function Part({ title, items, changed, empty }: PartProps): ReactElement {
  const row = (item: HomeItem): ReactElement => (
    <li key={item.id}>
      <HomeItemRow item={item} changed={changed} />
    </li>
  );
  return (
    <section className="card home-part" aria-label={title}>
      <h3 className="card-title">
        {title}
        {items.length > 0 && <span className="home-count"> {items.length}</span>}
      </h3>
      {items.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <ul className="rows">{items.slice(0, FIRST).map(row)}</ul>
      )}
      {items.length > FIRST && (
        <details>
          <summary className="home-more">{items.length - FIRST} more</summary>
          <ul className="rows">{items.slice(FIRST).map(row)}</ul>
        </details>
      )}
    </section>
  );
}

const CLINICIANS = ['COMMUNITY_CLINICIAN', 'ONCOLOGIST', 'ONCOLOGY_NURSE', 'PALLIATIVE_CLINICIAN'];

/** Where to go on from here. Only clinicians are covered for, and only who reads tasks asks for one. */
function Onwards(): ReactElement {
  const { viewer } = useSession();
  return (
    <p className="home-onwards">
      {viewer.scopes.includes('TASKS') && <Link href="/tasks/new">Ask for a task</Link>}
      <Link href="/tasks?whose=asked">What you asked of others</Link>
      {CLINICIANS.includes(viewer.role) && <Link href="/cover">Who covers for you</Link>}
    </p>
  );
}
