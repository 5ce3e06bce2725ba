import type { ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import type { TaskFields } from '#portal/messaging/draft-fields.ts';
import { LabelledField } from '#portal/ui/labelled-field.tsx';
import type { Person } from '#portal/messaging/messaging.query.ts';
import type { Faults } from '#portal/messaging/sending.ts';
import { placeWords } from '#portal/messaging/words.ts';
import { isoDay } from '#portal/ui/dates.ts';

interface Props {
  task: TaskFields;
  handsOver: boolean;
  /** Who of the conversation may be asked to do it. */
  people: readonly Person[];
  faults: Faults;
  change: (task: TaskFields) => void;
}

/** What is asked of whom and by when: it becomes a task on both sides, and is closed by nobody's silence. */
export function TaskFieldset({ task, handsOver, people, faults, change }: Props): ReactElement {
  const zone = useTimeZone();
  const set = (part: Partial<TaskFields>): void => change({ ...task, ...part });
  return (
    <fieldset className="task-fields">
      <legend>{handsOver ? 'What is handed over' : 'What is recommended'}</legend>
      <LabelledField
        id="title"
        label={handsOver ? 'What is to be done' : 'Recommendation'}
        hint={handsOver ? 'For example: check the blood count weekly' : 'For example: consider palliative care'}
        fault={faults.title}
      >
        {(given) => (
          <input
            {...given}
            className="input"
            maxLength={200}
            value={task.title}
            onChange={({ target }) => set({ title: target.value })}
          />
        )}
      </LabelledField>
      <LabelledField id="ownerId" label={handsOver ? 'Who does it' : 'Who decides'} fault={faults.ownerId}>
        {(given) => (
          <select
            {...given}
            className="input"
            value={task.ownerId}
            onChange={({ target }) => set({ ownerId: target.value })}
          >
            <option value="">Choose one of those who take part</option>
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}, {placeWords(person)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField id="dueOn" label={handsOver ? 'By when' : 'Answer wanted by'} fault={faults.dueOn}>
        {(given) => (
          <input
            {...given}
            className="input input-date"
            type="date"
            min={isoDay(Date.now(), zone)}
            value={task.dueOn}
            onChange={({ target }) => set({ dueOn: target.value })}
          />
        )}
      </LabelledField>
      {handsOver && (
        <LabelledField
          id="fallbackTelephone"
          label="Number to call when it cannot be done"
          fault={faults.fallbackTelephone}
        >
          {(given) => (
            <input
              {...given}
              className="input"
              type="tel"
              autoComplete="off"
              maxLength={40}
              value={task.fallbackTelephone}
              onChange={({ target }) => set({ fallbackTelephone: target.value })}
            />
          )}
        </LabelledField>
      )}
    </fieldset>
  );
}
