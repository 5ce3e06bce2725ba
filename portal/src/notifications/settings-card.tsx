import { useState, type FormEvent, type ReactElement } from 'react';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { changeSettingsMutation, type NotificationsTold } from '#portal/notifications/notifications.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  settings: NotificationsTold['settings'];
  changed: () => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const hourWords = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

function HourField({
  name,
  label,
  hour,
  none,
}: {
  name: string;
  label: string;
  hour: number | null;
  none?: string;
}): ReactElement {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={hour ?? ''}>
        {none !== undefined && <option value="">{none}</option>}
        {hours.map((one) => (
          <option key={one} value={one}>
            {hourWords(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

const hourIn = (form: FormData, name: string): number | null => {
  const value = form.get(name);
  return typeof value === 'string' && value !== '' ? Number(value) : null;
};

/** When mails leave, on the clock of the practice. */
export function SettingsCard({ settings, changed }: Props): ReactElement {
  const { connection } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  const keep = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [quietFrom, quietUntil] = [hourIn(form, 'quietFrom'), hourIn(form, 'quietUntil')];
    if ((quietFrom === null) !== (quietUntil === null)) return setSaid('Quiet hours need a beginning and an end.');
    const input = {
      digestHour: hourIn(form, 'digestHour') ?? settings.digestHour,
      urgentAtOnce: form.get('urgentAtOnce') !== null,
      quietFrom,
      quietUntil,
    };
    const { error } = await connection.client.mutation(changeSettingsMutation, { input }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    setSaid(error ? null : 'Kept.');
    if (!error) changed();
    return undefined;
  };

  return (
    <Card title="When you hear" foot={`Hours are of the clock in ${settings.timeZone.replaceAll('_', ' ')}.`}>
      <form onSubmit={(event) => void keep(event)} noValidate>
        <HourField name="digestHour" label="One mail a day, at" hour={settings.digestHour} />
        <label className="choice">
          <input type="checkbox" name="urgentAtOnce" defaultChecked={settings.urgentAtOnce} /> Urgent items at once
        </label>
        <HourField name="quietFrom" label="No mail from" hour={settings.quietFrom} none="no quiet hours" />
        <HourField name="quietUntil" label="Mail again from" hour={settings.quietUntil} none="no quiet hours" />
        <p>
          <button type="submit" className="button button-primary">
            Keep
          </button>
        </p>
      </form>
      <p role="status">{said}</p>
      {problem && <ProblemNote problem={problem} what="the settings" />}
    </Card>
  );
}
