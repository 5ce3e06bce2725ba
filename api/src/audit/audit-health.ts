/** How the sealing goes, as this process last saw it. */
export interface AuditHealth {
  readonly ok: boolean;
  /** One line for the operator; null when all is well. Names files, never a person or a patient. */
  readonly problem: string | null;
  /** How long the oldest row without a seal has waited. */
  readonly unsealedForMs: number;
}

const NOT_RUNNING: AuditHealth = { ok: false, problem: 'no audit sealer runs in this process', unsealedForMs: 0 };

let ask: (() => AuditHealth) | undefined;

/** The running sealer says here how it can be asked. Returns how it leaves. */
export function reportAuditHealth(by: () => AuditHealth): () => void {
  ask = by;
  return () => {
    if (ask === by) ask = undefined;
  };
}

/** The audit's part of /health/ready. Costs nothing: it asks no database. */
export function auditHealth(): AuditHealth {
  return ask?.() ?? NOT_RUNNING;
}
