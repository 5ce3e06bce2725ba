import { useState, type ReactElement } from 'react';
import { useTimeZone } from '#portal/app/session.ts';
import { useKeptQuery } from '#portal/app/use-kept-query.ts';
import type { ViewProps } from '#portal/survivorship/plan-part.tsx';
import { changeWords } from '#portal/survivorship/change-words.ts';
import { planDiffQuery, type Plan } from '#portal/survivorship/plan.query.ts';
import { planStateWords } from '#portal/survivorship/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { instantWords } from '#portal/ui/dates.ts';
import { Loading } from '#portal/ui/loading.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/ui/table.css';

/** Every version with its signer and rules, and what changed from one to the next. */
export function PlanVersions({ patient, plan }: ViewProps): ReactElement {
  const zone = useTimeZone();
  const versions = plan.versions.toSorted((a, b) => b.version - a.version);
  return (
    <>
      <Card title="Versions">
        <table className="table">
          <caption className="unseen">Versions of this plan, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">State</th>
              <th scope="col">By and when</th>
              <th scope="col">Rules</th>
              <th scope="col">Seal</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ version, state, createdAt, signedAt, signedBy, ruleSetVersion, hash }) => (
              <tr key={version}>
                <th scope="row">Version {version}</th>
                <td>{planStateWords[state]}</td>
                <td>
                  {signedBy && signedAt
                    ? `Signed by ${signedBy.name}, ${instantWords(signedAt, zone)}`
                    : `Begun ${instantWords(createdAt, zone)}`}
                </td>
                <td data-label="Rules">{ruleSetVersion}</td>
                <td data-label="Seal">{hash ? hash.slice(0, 12) : 'not signed'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {versions.length > 1 ? (
        <Differences patientId={patient.id} versions={versions} />
      ) : (
        <p className="muted">There is one version; nothing to compare it with.</p>
      )}
    </>
  );
}

const kindWords: Readonly<Record<string, string>> = { added: 'New', removed: 'Gone', changed: 'Changed' };

function Differences({ patientId, versions }: { patientId: string; versions: Plan['versions'] }): ReactElement {
  const [to, setTo] = useState(versions[0]?.version ?? 2);
  const pairs = versions.slice(0, -1).map(({ version }, index) => ({
    to: version,
    from: versions[index + 1]?.version ?? version - 1,
  }));
  const from = pairs.find((pair) => pair.to === to)?.from ?? to - 1;
  const { data, problems, loading, again } = useKeptQuery(planDiffQuery, { patientId, from, to });
  const [problem] = problems;
  const changes = data?.carePlanDiff;
  return (
    <Card title="What changed">
      <div className="field results-filter">
        <label htmlFor="plan-compare">Compare</label>
        <select id="plan-compare" className="input" value={to} onChange={({ target }) => setTo(Number(target.value))}>
          {pairs.map((pair) => (
            <option key={pair.to} value={pair.to}>
              Version {pair.to} with version {pair.from}
            </option>
          ))}
        </select>
      </div>
      {!changes &&
        (problem && !loading ? (
          <ProblemNote problem={problem} what="the differences" again={again} />
        ) : (
          <Loading what="the differences" lines={3} />
        ))}
      {changes?.length === 0 && <p className="muted">Nothing differs.</p>}
      {changes && changes.length > 0 && (
        <ul className="rows">
          {changes.map(({ key, title, kind, ...change }) => (
            <li key={`${key} ${change.field}`}>
              <strong>{kindWords[kind] ?? kind}:</strong> {title}
              {change.field !== null && <span className="plan-more">{changeWords(change)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
