import type { ReactElement, RefObject } from 'react';
import { LabelledField } from '#portal/ui/labelled-field.tsx';

interface Props {
  label: string;
  body: string;
  rows: number;
  fault: string | undefined;
  field?: RefObject<HTMLTextAreaElement | null>;
  enter?: () => void;
  change: (body: string) => void;
}

export const longestBody = 10_000;

const lengthWords = (left: number): string =>
  left < 0
    ? `${-left} characters over the ${longestBody} that it may have`
    : `${left} characters left of ${longestBody}`;

export function BodyField({ label, body, rows, fault, field, enter, change }: Props): ReactElement {
  const left = longestBody - body.length;
  return (
    <LabelledField
      id="body"
      label={label}
      hint={left < 500 ? lengthWords(left) : undefined}
      fault={fault ?? (left < 0 ? 'It is too long: shorten it, or attach the rest as a file.' : undefined)}
    >
      {(given) => (
        <textarea
          {...given}
          ref={field}
          className="input body-input"
          rows={rows}
          aria-keyshortcuts="Control+Enter"
          value={body}
          onFocus={enter}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </LabelledField>
  );
}
