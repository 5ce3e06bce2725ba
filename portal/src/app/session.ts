import { createContext, useContext } from 'react';
import type { Connection } from '#portal/app/client.ts';
import type { Viewer } from '#portal/identity/viewer.query.ts';

/** Why the sign-in page is shown. */
export type Farewell = 'signed-out' | 'idle' | 'ended' | null;

export interface OpenedPatient {
  id: string;
  name: string;
}

export interface Session {
  viewer: Viewer;
  connection: Connection;
  /** Ends the session on the server as well, unless the server has ended it already. */
  leave: (why: Farewell) => void;
  /** Patients opened since sign-in, the last first; in memory only. */
  opened: readonly OpenedPatient[];
  open: (patient: OpenedPatient) => void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a signed-in viewer above it');
  return session;
}

export const useTimeZone = (): string => useSession().viewer.organization.timeZone;
