import { describe, expect, it } from 'vitest';
import { madeUpLine } from '#portal/survivorship/made-up-line.ts';
import type { Plan } from '#portal/survivorship/plan.query.ts';
import { handshakeWords, lastDoneWords, ruleWords, standWords, whenWords } from '#portal/survivorship/words.ts';

const now = Date.parse('2026-11-22T18:00:00Z');
const phoenix = 'America/Phoenix';

describe('when a line is due', () => {
  it.each([
    [{ nextDue: '2027-02-04', state: 'NOT_YET_DUE' }, 'by 4 Feb 2027, in 2 months'],
    [{ nextDue: '2026-11-23', state: 'DUE' }, 'by 23 Nov 2026, tomorrow'],
    [{ nextDue: '2026-11-04', state: 'OVERDUE' }, 'since 4 Nov 2026, 18 days ago'],
    [{ nextDue: null, state: 'DONE' }, null],
  ] as const)('%o reads "%s"', (line, words) => {
    expect(whenWords(line, now, phoenix)).toBe(words);
  });

  it('counts days in the reader’s zone, where it may still be yesterday', () => {
    const lateEvening = Date.parse('2026-11-23T05:00:00Z');
    expect(whenWords({ nextDue: '2026-11-22', state: 'DUE' }, lateEvening, phoenix)).toBe('by 22 Nov 2026, today');
  });
});

describe('when it was last done', () => {
  const lastDone = {
    on: '2026-05-12',
    text: 'CEA 2.1 ng/mL',
    institution: 'Desert Clinic',
    source: { name: 'Centre EHR', asOf: null },
  };
  it('names the day, the value, the institution and the source', () => {
    expect(lastDoneWords({ lastDone, neverRecorded: false })).toBe(
      'Last done 12 May 2026: CEA 2.1 ng/mL, Desert Clinic (Centre EHR)',
    );
  });
  it('names an institution that is its own source once', () => {
    expect(lastDoneWords({ lastDone: { ...lastDone, institution: 'Centre EHR' }, neverRecorded: false })).toBe(
      'Last done 12 May 2026: CEA 2.1 ng/mL, Centre EHR',
    );
  });
  it('does not read as "never done" where nothing is recorded', () => {
    expect(lastDoneWords(madeUpLine())).toBe('Not recorded as done');
    expect(lastDoneWords(madeUpLine({ neverRecorded: true }))).toBe('Not recorded as done: check your own record');
  });
});

it('says of an unverified rule that it is not verified', () => {
  expect(ruleWords({ title: 'From memory', year: 2026, confidence: 'C' })).toBe('From memory, 2026; not verified yet');
});

describe('where a plan stands', () => {
  const plan = {
    version: 2,
    state: 'RECEIVED',
    handshake: { accepted: 3, declined: 0, asked: 1, open: 1 },
    signedBy: { name: 'Dr. Reyes' },
    signedAt: '2026-10-03T15:00:00Z',
    sentAt: '2026-10-03T15:05:00Z',
    sentTo: { name: 'Dr. Lin' },
    receivedAt: '2026-10-05T15:00:00Z',
    suspendedBecause: null,
    closedBecause: null,
    closedAt: null,
    closedBy: null,
  } as Plan;

  it('says who signed which version and how many lines wait', () => {
    expect(standWords(plan, phoenix)).toEqual({
      title: 'Received 5 Oct 2026; 1 line without an answer.',
      text: 'Version 2, signed by Dr. Reyes, 3 Oct 2026. The hand-over is done when each line has been taken on.',
    });
  });
  it('says to the one who is asked what is still to be answered, and then who settles the rest', () => {
    const asked = { ...plan, mayRespond: true };
    expect(standWords(asked, phoenix).title).toBe('For you to answer: 1 line.');
    const { title, text } = standWords({ ...asked, handshake: { ...plan.handshake, open: 0 } }, phoenix);
    expect(title).toBe('You have answered every line.');
    expect(text).toContain('Oncology settles 1 line that you declined or asked about.');
  });
  it('says of a suspended plan not to follow it, and why', () => {
    const { title, text } = standWords(
      { ...plan, state: 'SUSPENDED', suspendedBecause: 'The cancer is back.' },
      phoenix,
    );
    expect(title).toContain('do not follow');
    expect(text).toContain('The cancer is back.');
  });
  it('says of a closed plan why, who closed it and when', () => {
    const closed = {
      ...plan,
      state: 'CLOSED',
      closedAt: '2026-11-02T17:00:00Z',
      closedBy: { name: 'Dr. Lin' },
    } as Plan;
    expect(standWords({ ...closed, closedBecause: 'She has moved away.' }, phoenix).text).toBe(
      'She has moved away. Closed by Dr. Lin, 2 Nov 2026.',
    );
    expect(standWords(closed, phoenix).text).toBe('The hand-over was done. Closed by Dr. Lin, 2 Nov 2026.');
  });
  it('says of a draft that nobody has signed it', () => {
    expect(standWords({ ...plan, state: 'DRAFT' }, phoenix).title).toBe('Draft: nobody has signed this plan.');
  });
  it('says of a draft that could not run why, before it is signed', () => {
    const draft = { ...plan, state: 'DRAFT', suspendedBecause: 'A metastasis is recorded.' } as Plan;
    expect(standWords(draft, phoenix).text).toBe(
      'A metastasis is recorded. Signed as it is, it would be suspended from the start.',
    );
  });
  it('counts answers and leaves out what there is none of', () => {
    expect(handshakeWords(plan.handshake)).toBe('3 accepted, 1 asked about, 1 open');
  });
});
