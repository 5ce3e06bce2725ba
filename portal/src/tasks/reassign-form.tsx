import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { keyOfOwner, ownerInput } from '#portal/tasks/owner-choice.ts';
import { OwnerField } from '#portal/tasks/owner-field.tsx';
import { reassignTask, type Task } from '#portal/tasks/task.query.ts';
import type { Answering } from '#portal/tasks/use-answer.ts';

export interface ReassignProps {
  task: Task;
  patientId: string;
  answering: Answering;
  close: () => void;
}

/** Gives a task to somebody else or to a role, who has yet to answer. */
export function ReassignForm({ task, patientId, answering, close }: ReassignProps): ReactElement {
  const id = useId();
  const [owner, setOwner] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (owner === '') return setFault('Choose who is to do it.');
    setFault(undefined);
    if (await answering.answer(reassignTask, 'Handed on', ownerInput(owner))) close();
    return undefined;
  };
  return (
    <form className="task-words" aria-label="Hand on" onSubmit={(event) => void submit(event)} noValidate>
      <OwnerField
        patientId={patientId}
        id={id}
        label="Who is to do it?"
        value={owner}
        fault={fault}
        change={setOwner}
        except={keyOfOwner(task.owner)}
      />
      <div className="task-buttons">
        <button className="button button-primary" aria-disabled={answering.busy}>
          Hand it on
        </button>
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
