import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useState } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { useKeptQuery, type Loaded } from '#portal/app/use-kept-query.ts';
import type { PlanAnswer, Refusal } from '#portal/survivorship/plan.mutation.ts';
import { planQuery, type Plan } from '#portal/survivorship/plan.query.ts';

export interface LoadedPlan extends Omit<Loaded<unknown>, 'data'> {
  /** Null: there is none. Undefined: not known yet. */
  plan: Plan | null | undefined;
}

export function usePlan(patientId: string): LoadedPlan {
  const { data, ...loaded } = useKeptQuery(planQuery, { patientId });
  return { ...loaded, plan: data?.carePlan };
}

export interface PlanChange {
  /** Sends one change and says it once it is stored. False: it was refused, or did not arrive. */
  change: <Variables extends AnyVariables>(
    mutation: TypedDocumentNode<{ answer: PlanAnswer }, Variables>,
    variables: Variables,
    said: string,
  ) => Promise<boolean>;
  busy: boolean;
  refusal: Refusal | null;
  problem: Problem | null;
}

/** What a change makes stale, by the types that the answer does not name itself. */
const touched = ['CarePlan', 'DueItem', 'Task'];

export function usePlanChange(): PlanChange {
  const { connection } = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change: PlanChange['change'] = async (mutation, variables, said) => {
    if (busy) return false;
    setBusy(true);
    const { data, error } = await connection.client
      .mutation(mutation, variables, { additionalTypenames: touched })
      .toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    const refused = data?.answer.__typename === 'CarePlanRefused' ? data.answer : null;
    setRefusal(refused);
    if (refused) announce(refused.detail);
    const stored = data?.answer.__typename === 'CarePlanChanged';
    if (stored) announce(said);
    return stored;
  };
  return { change, busy, refusal, problem };
}
