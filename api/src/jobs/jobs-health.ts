/** How the jobs go, as this process last saw it. */
export interface JobsHealth {
  readonly ok: boolean;
  /** One line for the operator; null when all is well. Names tasks, never a person or a patient. */
  readonly problem: string | null;
}

const NOT_RUNNING: JobsHealth = { ok: false, problem: 'no jobs run in this process' };

let ask: (() => JobsHealth) | undefined;

/** The running worker says here how it can be asked. Returns how it leaves. */
export function reportJobsHealth(by: () => JobsHealth): () => void {
  ask = by;
  return () => {
    if (ask === by) ask = undefined;
  };
}

/** The jobs' part of /health/ready. Costs nothing: it asks no database. */
export function jobsHealth(): JobsHealth {
  return ask?.() ?? NOT_RUNNING;
}
