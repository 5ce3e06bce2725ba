import type { ReactElement } from 'react';

export function PatientPage({ id }: { id: string; part: string }): ReactElement {
  return <h1>{id}</h1>;
}
