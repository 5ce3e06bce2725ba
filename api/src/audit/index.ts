export { AccessLogEntry } from './access-log.types.ts';
export { auditHealth, type AuditHealth } from './audit-health.ts';
export type { AuditProblem, AuditReport } from './audit-report.ts';
export { startSealer, type Sealer, type SealerLog, type SealerOptions } from './sealer.ts';
export { verifyAudit, type VerifyOptions } from './verify.ts';
