import { describe, expect, it } from 'vitest';
import type { Role } from '#api/access/index.ts';
import { asksForAnswer, isOfCentre, mayClose, mayEdit, mayRead, mayRespond, maySend, maySign } from './plan.policy.ts';
import type { PlanLine, PlanState } from './plan.ts';

const actor = (role: Role, ...grantees: string[]) => ({ role, personId: 'me', grantees: ['me', ...grantees] });
const oncologist = actor('oncologist');
const nurse = actor('oncology-nurse');
const physician = actor('community-clinician');
const plan = (state: PlanState, recipientId: string | null = null) => ({ state, recipientId });
const STATES: PlanState[] = ['draft', 'signed', 'sent', 'received', 'active', 'revised', 'closed'];
const inStates = (may: (state: PlanState) => boolean) => STATES.filter(may).join(' ');

describe('who may do what with a plan', () => {
  it('oncology writes it, nobody else', () => {
    expect(
      [oncologist, nurse, physician, actor('palliative-clinician'), actor('practice-staff')].map(isOfCentre),
    ).toEqual([true, true, false, false, false]);
  });

  it('a draft is changed and signed, by the oncologist alone', () => {
    expect(inStates((state) => mayEdit(nurse, plan(state)))).toBe('draft');
    expect(inStates((state) => maySign(oncologist, plan(state)))).toBe('draft');
    expect(inStates((state) => maySign(nurse, plan(state)))).toBe('');
    expect(inStates((state) => mayEdit(physician, plan(state)))).toBe('');
  });

  it('what is signed is sent', () => {
    expect(inStates((state) => maySend(nurse, plan(state)))).toBe('signed');
    expect(inStates((state) => maySend(physician, plan(state)))).toBe('');
  });

  it('the recipient answers what was sent, or whoever stands in for them', () => {
    expect(inStates((state) => mayRespond(physician, plan(state, 'me')))).toBe('sent received active');
    expect(inStates((state) => mayRespond(actor('practice-staff', 'her'), plan(state, 'her')))).toBe(
      'sent received active',
    );
    expect(inStates((state) => mayRespond(physician, plan(state, 'her')))).toBe('');
    expect(inStates((state) => mayRespond(oncologist, plan(state, null)))).toBe('');
  });

  it('the oncologist closes what was sent', () => {
    expect(inStates((state) => mayClose(oncologist, plan(state)))).toBe('sent received active');
    expect(inStates((state) => mayClose(nurse, plan(state)))).toBe('');
  });

  it('others are told of it once it has been sent', () => {
    expect(inStates((state) => mayRead(physician, plan(state)))).toBe('sent received active revised closed');
    expect(inStates((state) => mayRead(nurse, plan(state)))).toBe(STATES.join(' '));
  });
});

it.each([
  ['primary care, due', { owner: 'primary-care', state: 'due', against: false }, true],
  ['primary care, not yet due', { owner: 'primary-care', state: 'not-yet-due', against: false }, true],
  ['primary care, not for this patient', { owner: 'primary-care', state: 'not-applicable', against: false }, false],
  ['primary care, declined', { owner: 'primary-care', state: 'declined', against: false }, false],
  ['advised against', { owner: 'primary-care', state: 'not-yet-due', against: true }, false],
  ['oncology', { owner: 'oncology', state: 'due', against: false }, false],
])('a line of %s asks for an answer: %j %s', (_, line, asks) => {
  expect(asksForAnswer(line as PlanLine)).toBe(asks);
});
