// What is signed is read by everybody who may read the plan: nothing of a sensitive segment is in it.
import { expect, it } from 'vitest';
import { openSharedCare } from './shared-care.ts';

it('inherited findings are in nothing that is signed, and shown to who may read them', async () => {
  const own = await openSharedCare();
  try {
    await own.clinic
      .grant(own.patient)
      .to(own.oncologist, { scopes: ['demographics', 'care-plan', 'clinical', 'genetics'] });
    await own.does(own.oncologist, 'draftCarePlan');
    expect((await own.plan(own.oncologist))?.facts.genetics).toEqual([{ text: 'Inherited BRCA1 variant' }]);
    await own.does(own.oncologist, 'signCarePlan', { version: 1 });
    const { plan } = await own.does(own.oncologist, 'sendCarePlan', { version: 1, recipientId: own.physician.id });
    expect(plan?.facts.genetics).toEqual([{ text: 'Inherited BRCA1 variant' }]);
    expect((await own.plan(own.physician))?.facts.genetics).toEqual([]);
  } finally {
    await own.clinic.close();
  }
});
