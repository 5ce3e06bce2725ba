import type { ReactElement, ReactNode } from 'react';

interface Props {
  id: string;
  label: string;
  hint?: ReactNode;
  fault: string | undefined;
  children: (given: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactElement;
}

/** Label above, hint under it, what is wrong beside the field. */
export function LabelledField({ id, label, hint, fault, children }: Props): ReactElement {
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="small muted">
          {hint}
        </p>
      )}
      {children({ id, ...(fault && { 'aria-invalid': true }), ...(described && { 'aria-describedby': described }) })}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </div>
  );
}
