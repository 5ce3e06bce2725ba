import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { orderReasons, type OrderReason } from '#portal/duplicate-tests/words.ts';
import { LabelledField } from '#portal/ui/labelled-field.tsx';

/** Why a test is ordered all the same: from the list, in words, or both. */
export interface Why {
  reason: OrderReason | null;
  words: string | null;
}

interface Props {
  busy: boolean;
  order: (why: Why) => void;
}

/** Nothing is recorded before it is sent: in a closed list, an arrow key alone would choose. */
export function OrderAnyway({ busy, order }: Props): ReactElement {
  const id = useId();
  const [reason, setReason] = useState<OrderReason | ''>('');
  const [words, setWords] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const said = words.trim() || null;
    if (said === null && (reason === '' || reason === 'OTHER'))
      return setFault(reason === '' ? 'Say why: from the list, or in words.' : 'Say in words what it is.');
    setFault(undefined);
    return order({ reason: reason || null, words: said });
  };
  return (
    <form className="check-why" aria-label="Order anyway" onSubmit={submit} noValidate>
      <LabelledField id={`${id}-reason`} label="Why it is ordered all the same" fault={undefined}>
        {(given) => (
          <select
            {...given}
            className="input"
            value={reason}
            onChange={({ target }) => setReason(target.value as OrderReason | '')}
          >
            <option value="">Choose a reason</option>
            {Object.entries(orderReasons).map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <LabelledField id={`${id}-words`} label="In words, if the list does not say it" fault={fault}>
        {(given) => (
          <input
            {...given}
            className="input"
            maxLength={500}
            autoComplete="off"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </LabelledField>
      <button className="button button-primary" aria-disabled={busy}>
        Record the order
      </button>
    </form>
  );
}
