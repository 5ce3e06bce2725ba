import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnnouncement } from '#portal/app/announce.ts';
import { HelpDialog } from '#portal/app/help-dialog.tsx';
import { IdleNotice } from '#portal/app/idle-notice.tsx';
import { useKeys } from '#portal/app/keys.ts';
import { useLiveStream } from '#portal/app/live.ts';
import { useSession } from '#portal/app/session.ts';
import { Toasts } from '#portal/app/toast.tsx';
import { homeTitle, roleWords } from '#portal/identity/roles.ts';
import { useUnread } from '#portal/messaging/unread.ts';
import { PatientFinder } from '#portal/patient/patient-finder.tsx';
import { Icon } from '#portal/ui/icon.tsx';
import '#portal/app/frame.css';
import '#portal/ui/dialog.css';

export function Frame({ children }: { children: ReactNode }): ReactElement {
  const { viewer, leave } = useSession();
  const [path, go] = useLocation();
  const help = useRef<HTMLDialogElement>(null);
  const finder = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const said = useAnnouncement();
  useLiveStream();
  const finds = viewer.scopes.includes('DEMOGRAPHICS');

  useKeys(
    {
      '/': () => finder.current?.focus(),
      '?': () => help.current?.showModal(),
      h: () => go('/'),
      m: () => go('/messages'),
      t: () => go('/tasks'),
    },
    'frame',
  );

  // After a move to another page, keyboard and screen reader start at its content; not at the first page of all.
  const page = path.split('/').slice(0, 3).join('/');
  const last = useRef(page);
  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [page]);

  return (
    <div className="frame">
      <a className="skip unseen" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <p className="top-brand">
          <Link href="/">Portage</Link>
        </p>
        {finds && <PatientFinder field={finder} />}
        <p className="top-who">
          <span className="top-person">{viewer.name}</span>{' '}
          <span className="muted">
            {roleWords[viewer.role]}, {viewer.organization.name}
          </span>
        </p>
        <div className="top-actions">
          <button type="button" className="button" onClick={() => help.current?.showModal()} aria-keyshortcuts="?">
            Help
          </button>
          <button type="button" className="button" onClick={() => leave('signed-out')}>
            Sign out
          </button>
        </div>
      </header>
      <Rail path={path} />
      <main id="main" className="main" ref={main} tabIndex={-1}>
        <Connectivity />
        {children}
      </main>
      <p className="unseen" role="status" aria-live="polite">
        {said}
      </p>
      <Toasts />
      <HelpDialog dialog={help} />
      <IdleNotice />
    </div>
  );
}

function Rail({ path }: { path: string }): ReactElement {
  const { opened, viewer } = useSession();
  const current = (href: string): 'page' | undefined =>
    path === href || path.startsWith(`${href}/`) ? 'page' : undefined;
  return (
    <nav className="rail" aria-label="Portage">
      <ul>
        <li>
          <Link href="/" className="rail-link" aria-current={path === '/' ? 'page' : undefined}>
            {homeTitle(viewer)}
          </Link>
        </li>
        {viewer.scopes.includes('MESSAGES') && (
          <li>
            <Link href="/messages" className="rail-link" aria-current={current('/messages')}>
              Messages <Unread />
            </Link>
          </li>
        )}
        <li>
          <Link href="/tasks" className="rail-link" aria-current={current('/tasks')}>
            Tasks
          </Link>
        </li>
        {viewer.scopes.includes('CARE_PLAN') && (
          <li>
            <Link href="/due" className="rail-link" aria-current={current('/due')}>
              Due
            </Link>
          </li>
        )}
        {viewer.role === 'CENTRE_ADMINISTRATOR' && (
          <li>
            <Link
              href="/centre/duplicate-tests"
              className="rail-link"
              aria-current={current('/centre/duplicate-tests')}
            >
              Duplicate tests
            </Link>
          </li>
        )}
        {viewer.role.endsWith('_ADMINISTRATOR') && (
          <li>
            <Link href="/practice" className="rail-link" aria-current={current('/practice')}>
              {viewer.role === 'CENTRE_ADMINISTRATOR' ? 'Centre' : 'Practice'}
            </Link>
          </li>
        )}
        <li>
          <Link href="/notifications" className="rail-link" aria-current={current('/notifications')}>
            Notifications
          </Link>
        </li>
      </ul>
      {opened.length > 0 && (
        <div className="rail-opened">
          <h2 className="rail-title">Opened since you signed in</h2>
          <ul>
            {opened.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/patients/${id}`} className="rail-link" aria-current={current(`/patients/${id}`)}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </nav>
  );
}

function Unread(): ReactElement | null {
  const unread = useUnread();
  return unread > 0 ? <strong className="rail-badge">{unread} new</strong> : null;
}

/** Says that the computer itself has no line. What a failed request left behind is said where it is shown. */
function Connectivity(): ReactElement | null {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  if (online) return null;
  return (
    <div className="note note-stale note-inline offline" role="status">
      <Icon shape="offline" />
      <p>
        <strong>This computer is offline.</strong> You can go on reading what is already shown here; nothing new can be
        loaded.
      </p>
    </div>
  );
}
