import type { ReactElement } from 'react';
import { useNews } from '#portal/app/live.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import { usePage } from '#portal/app/use-page.ts';
import { ConfirmedByLink } from '#portal/notifications/confirmed-by-link.tsx';
import { EmailCard } from '#portal/notifications/email-card.tsx';
import { notificationsQuery } from '#portal/notifications/notifications.query.ts';
import { SettingsCard } from '#portal/notifications/settings-card.tsx';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/notifications/notifications.css';

/** How the person is told that something waits: where, and when. */
export function NotificationsPage(): ReactElement {
  usePage('Notifications');
  const { data, loading, problems, again } = useKeptQuery(notificationsQuery, {});
  useNews(['CONTACT'], again);
  const [problem] = problems;
  const told = data?.notifications;
  return (
    <div className="notifications">
      <h1>Notifications</h1>
      <p className="muted">
        Portage writes to you when something waits. A mail says how many items there are and never what they are about.
      </p>
      <ConfirmedByLink done={again} />
      {!told && loading && <Loading what="your notifications" lines={8} />}
      {!told && problem && !loading && <ProblemNote problem={problem} what="your notifications" again={again} />}
      {told && (
        <>
          <EmailCard
            contact={told.contacts.find(({ channel }) => channel === 'EMAIL')}
            timeZone={told.settings.timeZone}
            changed={again}
          />
          <SettingsCard key={JSON.stringify(told.settings)} settings={told.settings} changed={again} />
        </>
      )}
    </div>
  );
}
