import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { changePracticeMutation, type Practice } from '#portal/notifications/practice.query.ts';
import { Card } from '#portal/ui/card.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const urgentHours = [0.25, 0.5, 1, 2, 4, 8, 12, 24, 48];
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

const hourWords = (hours: number): string =>
  hours < 1 ? `${hours * 60} minutes` : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;

interface Props {
  practice: Practice;
  changed: () => void;
}

/** Who is told when nobody opens a message, after how long, and by which days and clock. */
export function PracticeForm({ practice, changed }: Props): ReactElement {
  const { connection } = useSession();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [noDays, setNoDays] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const own = practice.urgentAfterMinutes / 60;
  const hours = urgentHours.includes(own) ? urgentHours : [...urgentHours, own].toSorted((a, b) => a - b);

  const keep = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const workingDays = form.getAll('workingDays').map(Number);
    setNoDays(workingDays.length === 0);
    setSaid(null);
    if (workingDays.length === 0) return;
    const input = {
      secondContactId: text('secondContact') || null,
      urgentAfterMinutes: Math.round(Number(text('urgent')) * 60),
      routineAfterDays: Number(text('routine')),
      workingDays,
      timeZone: text('timeZone'),
    };
    const { error } = await connection.client.mutation(changePracticeMutation, { input }).toPromise();
    setProblem((error && problemsOf(error)[0]) ?? null);
    if (error) return;
    setSaid('Kept. It counts for messages from now on.');
    changed();
  };

  return (
    <Card
      title="When nobody opens a message"
      foot="Whoever covers for the recipient is told first, then the second contact, then the sender."
    >
      <form onSubmit={(event) => void keep(event)} noValidate>
        <Choice name="secondContact" label="Second contact of the practice" value={practice.secondContact?.id ?? ''}>
          <option value="">Nobody: the sender is told instead</option>
          {practice.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="urgent" label="An urgent message has waited too long after" value={own}>
          {hours.map((one) => (
            <option key={one} value={one}>
              {hourWords(one)}
            </option>
          ))}
        </Choice>
        <Choice name="routine" label="Any other after" value={practice.routineAfterDays}>
          {Array.from({ length: 15 }, (_, index) => index + 1).map((days) => (
            <option key={days} value={days}>
              {days} working {days === 1 ? 'day' : 'days'}
            </option>
          ))}
        </Choice>
        <fieldset aria-describedby={noDays ? 'no-days' : undefined}>
          <legend>Working days</legend>
          <div className="practice-week">
            {week.map((name, index) => (
              <label key={name} className="choice">
                <input
                  type="checkbox"
                  name="workingDays"
                  value={index + 1}
                  defaultChecked={practice.workingDays.includes(index + 1)}
                />{' '}
                {name}
              </label>
            ))}
          </div>
          {noDays && (
            <p id="no-days" role="alert" className="practice-fault">
              Not kept. Choose one day at least.
            </p>
          )}
        </fieldset>
        <Choice
          name="timeZone"
          label="Time zone: days, hours and due dates are of this clock"
          value={practice.timeZone}
        >
          {(zones.includes(practice.timeZone) ? zones : [practice.timeZone, ...zones]).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Choice>
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

interface ChoiceProps {
  name: string;
  label: string;
  value: string | number;
  children: ReactNode;
}

function Choice({ name, label, value, children }: ChoiceProps): ReactElement {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={value}>
        {children}
      </select>
    </div>
  );
}
