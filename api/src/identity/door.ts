import { randomUUID } from 'node:crypto';
import type { Pool, QueryConfig } from 'pg';
import type { Door, Origin } from '#api/graphql/context.ts';
import { createStrategies } from './strategies.ts';
import { inOneTransaction } from './round-trip.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';

/**
 * @param pool of the role `portage_door`
 * @param secret the installation's
 */
export function createDoor(pool: Pool, secret: string): Door {
  const throttle = createSignInThrottle(pool, secret);
  const authenticate = createStrategies(pool);
  return {
    admit: (attempt) => throttle.admit(attempt),
    succeeded: (attempt) => throttle.succeeded(attempt),
    authenticate,

    async recordRefusal(reason, whose, { requestId, address }) {
      const account = 'personId' in whose ? `person=${whose.personId}` : `account=${throttle.pseudonym(whose.email)}`;
      const detail = `${reason} ${account} from=${address}`;
      await inOneTransaction(pool, [enter(''), audit(requestId, 'identity:sign-in-refused', 'denied', detail)]);
    },

    async open({ membershipId }, replacing, origin) {
      const token = newSessionToken();
      const open = {
        text: `select app.open_session($1, $2, $3, now() + interval '12 hours')`,
        values: [randomUUID(), hashOfToken(token), membershipId],
      };
      await inOneTransaction(pool, [
        ...(replacing === undefined ? [] : end(replacing, origin, 'replaced by a new session')),
        open,
        enter(token),
        audit(origin.requestId, 'identity:sign-in', 'done', `from=${origin.address}`),
      ]);
      return token;
    },

    async close(token, origin) {
      const results = await inOneTransaction(pool, end(token, origin, 'signed out'));
      const [row] = (results.at(-1)?.rows ?? []) as { closed: boolean }[];
      return row?.closed ?? false;
    },
  };
}

const enter = (token: string): QueryConfig => ({ name: 'enter', text: 'select * from app.enter($1)', values: [token] });

/** An audit row in the name of whom the transaction has entered as, or in nobody's. */
const audit = (requestId: string, action: string, outcome: 'done' | 'denied', detail: string): QueryConfig => ({
  text: `
    insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome, detail)
    select $1, s.session_id, s.person_id, s.organization_id, s.role, $2, $3, $4
    from (select) as always left join app.current_session() s on true`,
  values: [requestId, action, outcome, detail],
});

/** Ends a session that is alive, and says so in the audit; one that is not is left as it is. */
const end = (token: string, { requestId, address }: Origin, why: string): QueryConfig[] => [
  enter(token),
  {
    text: `
      insert into audit_event (request_id, session_id, person_id, organization_id, role, action, outcome, detail)
      select $1, s.session_id, s.person_id, s.organization_id, s.role, 'identity:sign-out', 'done', $2
      from app.current_session() s`,
    values: [requestId, `${why} from=${address}`],
  },
  { text: 'select app.close_session() as closed' },
];
