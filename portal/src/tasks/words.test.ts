import { describe, expect, it } from 'vitest';
import type { Task } from '#portal/tasks/task.query.ts';
import { eventWords, ownerWords, sideOf } from '#portal/tasks/words.ts';

const owner: Task['owner'] = {
  role: 'COMMUNITY_CLINICIAN',
  person: { id: 'p', name: 'Hannah Lindqvist' },
  organization: { id: 'o', name: 'Alder Street', kind: 'COMMUNITY_PRACTICE', telephone: null },
};

describe('whose a task is', () => {
  it('names the person, or the role where nobody has it yet', () => {
    expect(ownerWords({ owner })).toBe('Hannah Lindqvist, Alder Street');
    expect(ownerWords({ owner: { ...owner, person: null } })).toBe('any community clinician, Alder Street');
  });

  const centre: Task['owner'] = { ...owner, organization: { ...owner.organization, id: 'c', kind: 'CANCER_CENTRE' } };
  it.each([
    [{ status: 'REQUESTED', mayRespond: true }, 'You'],
    [{ status: 'ACCEPTED', mayRespond: false }, 'Your colleagues'],
    [{ status: 'ACCEPTED', mayRespond: false, owner: centre }, 'Oncology'],
    [{ status: 'REJECTED', mayRespond: false }, 'Nobody yet'],
    [{ status: 'REQUESTED', mayRespond: false, owner: { ...owner, person: null } }, 'Nobody yet'],
  ] as const)('%o stands under %s', (task, side) => {
    expect(sideOf({ owner, ...task } as unknown as Task, 'o')).toBe(side);
  });
});

describe('what happened to a task', () => {
  it('says who did it, in whose place, and the words', () => {
    const event = { at: '', by: { name: 'Rosa' }, onBehalfOf: { name: 'Hannah' }, words: 'On leave' } as const;
    expect(eventWords({ ...event, kind: 'DECLINED' })).toBe('Declined by Rosa on behalf of Hannah: On leave');
    expect(eventWords({ ...event, kind: 'REQUESTED', by: null, onBehalfOf: null })).toBe('Asked for by Portage');
  });
});
