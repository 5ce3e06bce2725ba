import { askAhead } from '#portal/app/ahead.ts';
import type { Connection } from '#portal/app/client.ts';
import { remembered } from '#portal/app/settings.ts';
import { viewerQuery, type Scope } from '#portal/identity/viewer.query.ts';
import { homeVariables, readListState } from '#portal/patient/list-state.ts';
import { patientsQuery } from '#portal/patient/patients.query.ts';
import { patientQuery, patientVariables } from '#portal/patient/patient.query.ts';

/** The scopes that this browser saw last: they say which parts to ask for before the viewer is known again. */
export function rememberedScopes(): Scope[] | null {
  const stored = remembered('scopes');
  return stored === null ? null : (stored.split(' ').filter(Boolean) as Scope[]);
}

/** The build names the page's files in the document; importing them from here would split the program in more files. */
function preloadPatientPage(): void {
  const files = document.querySelector<HTMLMetaElement>('meta[name="patient-page"]')?.content;
  for (const href of files?.split(' ') ?? [])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
}

const patientPath = /^\/patients\/([0-9a-f-]{36})(?:\/|$)/;

/**
 * Asks for what the address needs while the rest of the program is still on its way. A wrong guess
 * costs a refused request and shows nothing: the page asks again once it knows who is reading.
 */
export function askEarly(connection: Connection, address: { pathname: string; search: string }): void {
  void connection.client.query(viewerQuery, {}).toPromise();
  const scopes = rememberedScopes();
  if (!scopes?.includes('DEMOGRAPHICS')) return;
  const id = patientPath.exec(address.pathname)?.[1];
  if (id) {
    askAhead(connection, patientQuery, patientVariables(id, scopes));
    preloadPatientPage();
  } else if (address.pathname === '/') {
    askAhead(connection, patientsQuery, homeVariables(readListState(address.search), scopes));
  }
}
