// S6: "not yours" takes as long as "does not exist", in the time that a caller can measure.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { apart } from '#test/kit/apart.ts';
import type { Caller } from '#test/kit/caller.ts';
import { PASSWORD, serveClinic, type ServedClinic } from '#test/kit/served-clinic.ts';
import { SUMMARY } from '#test/kit/summary.graphql.ts';
import { figure } from './figure.ts';

const WARM_ROUNDS = 30;
const ROUNDS = 150;
/** Beyond it a difference is no accident (facts of S6). */
const SURE = 4.5;
const KINDS = ['hidden', 'absent', 'open'] as const;

let served: ServedClinic;
let caller: Caller;
let hidden: string[];
let open: string;
beforeAll(async () => {
  served = await serveClinic();
  const { clinic } = served;
  const reader = await clinic.person('community-clinician').of(await clinic.organization());
  await served.admit(reader);
  const theirs = await clinic.organization();
  hidden = [];
  for (let count = 0; count < 10; count += 1) {
    const patient = await clinic.patient({ withRecord: true });
    await clinic.grant(patient).to(theirs);
    hidden.push(patient.id);
  }
  const patient = await clinic.patient({ withRecord: true });
  await clinic.grant(patient).to(reader);
  open = patient.id;
  caller = served.caller();
  await caller.signIn(reader.email, PASSWORD);
});
afterAll(() => served.close());

it(
  'a record that is not yours and one that does not exist are refused in the same time',
  { timeout: 120_000 },
  async () => {
    const times: Record<(typeof KINDS)[number], number[]> = { hidden: [], absent: [], open: [] };
    const idOf = {
      hidden: (round: number) => hidden[round % hidden.length]!,
      absent: () => randomUUID(),
      open: () => open,
    };
    for (let round = 0; round < WARM_ROUNDS + ROUNDS; round += 1) {
      // Each comes first as often as last.
      for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed()) {
        const id = idOf[kind](round);
        const began = performance.now();
        const { text } = await caller.ask(SUMMARY, { id });
        if (round >= WARM_ROUNDS) times[kind].push(performance.now() - began);
        expect(text.includes('NOT_FOUND')).toBe(kind !== 'open');
      }
    }
    const t = apart(times.hidden, times.absent);
    const control = apart(times.open, times.absent);
    figure(
      `S6: |t| ${t.toFixed(2)} between hidden and absent over ${ROUNDS} pairs (limit ${SURE}); ${control.toFixed(1)} to a record that opens`,
    );
    // The measure tells a difference where there is one: a record that opens is read.
    expect(control).toBeGreaterThan(SURE);
    expect(t).toBeLessThan(SURE);
  },
);
