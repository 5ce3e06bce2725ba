/** Something that is not as it was sealed or signed. */
export interface AuditProblem {
  readonly kind:
    | 'row-edited'
    | 'row-deleted'
    | 'row-inserted'
    | 'rows-changed'
    | 'row-impossible'
    | 'seal-edited'
    | 'seal-missing'
    | 'seal-unsigned'
    | 'chain-broken'
    | 'checkpoint-edited'
    | 'checkpoint-missing';
  /** Where and what, in one line. */
  readonly text: string;
  readonly batch?: number;
  /** audit_event.id */
  readonly row?: string;
  /** Line of checkpoints.jsonl, from 1. */
  readonly line?: number;
}

export interface AuditReport {
  readonly verified: boolean;
  /** Rows that stand in sealed ranges. */
  readonly rows: number;
  readonly batches: number;
  /** Committed rows that no seal covers yet. */
  readonly unsealed: number;
  /** Lines of checkpoints.jsonl. */
  readonly checkpoints: number;
  /** At most a hundred; `problemCount` counts all. */
  readonly problems: readonly AuditProblem[];
  readonly problemCount: number;
}

const KEPT = 100;

/** Keeps the first problems and counts the rest: a table that was restored wrongly has millions. */
export class Problems {
  readonly kept: AuditProblem[] = [];
  count = 0;

  add(problem: AuditProblem): void {
    this.count += 1;
    if (this.kept.length < KEPT) this.kept.push(problem);
  }
}

/** One line when all is well, otherwise one more for each problem; no line feed at the end. */
export function formatReport({ verified, rows, batches, unsealed, problems, problemCount }: AuditReport): string {
  const counts = `${rows} rows, ${batches} batches`;
  const lines = [
    verified
      ? `audit: ${counts}, verified`
      : `audit: ${counts}, NOT verified: ${problemCount} ${problemCount === 1 ? 'problem' : 'problems'}`,
    ...problems.map(({ text }) => `  ${text}`),
  ];
  if (problemCount > problems.length) lines.push(`  and ${problemCount - problems.length} more`);
  if (unsealed > 0) lines.push(`  ${unsealed} newer ${unsealed === 1 ? 'row is' : 'rows are'} not sealed yet`);
  return lines.join('\n');
}
