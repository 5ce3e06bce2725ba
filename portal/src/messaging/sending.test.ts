import { describe, expect, it } from 'vitest';
import { emptyFields, emptyTask, sendInput } from '#portal/messaging/draft-fields.ts';
import { faultsOf } from '#portal/messaging/sending.ts';

const today = '2026-11-22';
const full = { ...emptyFields, recipientIds: ['x'], subject: 'Iron', body: 'Text' };

describe('what is missing in a message', () => {
  it('a new one needs people, subject and text; a reply only text', () => {
    expect(Object.keys(faultsOf(emptyFields, true, today))).toEqual(['recipientIds', 'subject', 'body']);
    expect(Object.keys(faultsOf(emptyFields, false, today))).toEqual(['body']);
    expect(faultsOf(full, true, today)).toEqual({});
  });

  it('a hand-over needs what, who, by when and a number', () => {
    const faults = faultsOf({ ...full, intent: 'HAND_OVER', task: emptyTask }, true, today);
    expect(Object.keys(faults)).toEqual(['title', 'ownerId', 'dueOn', 'fallbackTelephone']);
  });

  it('a recommendation needs no number, and no task is due on a day that is over', () => {
    const task = { ...emptyTask, title: 'Consider palliative care', ownerId: 'x', dueOn: '2026-11-21' };
    expect(faultsOf({ ...full, task }, true, today)).toEqual({
      dueOn: 'That day is over: choose today or later.',
    });
    expect(faultsOf({ ...full, task: { ...task, dueOn: today } }, true, today)).toEqual({});
  });
});

describe('what is sent', () => {
  const key = { key: 'key', draftVersion: 3 };
  const task = { title: 'CEA', ownerId: 'x', dueOn: today, fallbackTelephone: '555' };

  it('a reply names its thread only; a new one its patient, subject and people', () => {
    expect(sendInput({ threadId: 't', patientId: 'p' }, full, key)).toMatchObject({
      threadId: 't',
      patientId: null,
      subject: null,
      recipientIds: [],
      draftVersion: 3,
    });
    expect(sendInput({ threadId: null, patientId: 'p' }, full, key)).toMatchObject({
      threadId: null,
      patientId: 'p',
      subject: 'Iron',
      recipientIds: ['x'],
    });
  });

  it('what goes with it is a hand-over or a recommendation, never both', () => {
    const place = { threadId: 't', patientId: 'p' };
    expect(sendInput(place, { ...full, intent: 'HAND_OVER', task }, key)).toMatchObject({
      handOver: task,
      recommendation: null,
    });
    expect(sendInput(place, { ...full, intent: 'INFORM', task }, key)).toMatchObject({
      handOver: null,
      recommendation: { title: 'CEA', ownerId: 'x', dueOn: today },
    });
  });
});
