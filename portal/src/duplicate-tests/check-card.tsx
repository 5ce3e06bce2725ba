import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { announce } from '#portal/app/announce.ts';
import { problemsOf, type Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { checkQuery, familiesQuery, type Check, type Families } from '#portal/duplicate-tests/check.query.ts';
import { CheckAnswer } from '#portal/duplicate-tests/check-answer.tsx';
import { useLookUp } from '#portal/duplicate-tests/use-look-up.ts';
import { situations, verdictWords, type Situation } from '#portal/duplicate-tests/words.ts';
import { Card } from '#portal/ui/card.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';
import '#portal/duplicate-tests/check-card.css';

/** The server takes no larger basket. */
const most = 20;

interface Asked {
  id: number;
  test: string;
  check: Check;
}

const testsIn = ({ testFamilies }: Families) => testFamilies;

/** "Has this been done?", asked before a test is ordered. */
export function CheckCard({ patientId }: { patientId: string }): ReactElement {
  return (
    <Card title="Has this been done?">
      <CheckForm patientId={patientId} />
    </Card>
  );
}

/** A test by name, synonym or code, and the answers. They stay until they are put away: a basket. */
export function CheckForm({ patientId, focused = false }: { patientId: string; focused?: boolean }): ReactElement {
  const { connection } = useSession();
  const [text, setText] = useState('');
  const [situation, setSituation] = useState<Situation>('ROUTINE');
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const families = useLookUp(familiesQuery, testsIn, text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  const ask = async (test: string): Promise<void> => {
    if (busy || test.trim() === '') return;
    setBusy(true);
    const inputs = [{ patientId, test: test.trim(), situation }];
    const { data, error } = await connection.client
      .query(checkQuery, { inputs }, { requestPolicy: 'network-only' })
      .toPromise();
    setBusy(false);
    setProblem((error && problemsOf(error)[0]) ?? null);
    const [check] = data?.checkDuplicateTests ?? [];
    if (!check) return;
    setText('');
    setAsked((before) => [{ id: (before[0]?.id ?? 0) + 1, test: test.trim(), check }, ...before].slice(0, most));
    announce(`${check.family?.name ?? test}: ${verdictWords[check.verdict]}. ${check.reasons[0] ?? ''}`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void ask(text);
  };

  return (
    <>
      <form className="check-form" onSubmit={submit}>
        <div className="field check-test">
          <label htmlFor="check-test">Test that you are about to order</label>
          <input
            id="check-test"
            ref={field}
            className="input"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="check-situation">Why</label>
          <select
            id="check-situation"
            className="input"
            value={situation}
            onChange={({ target }) => setSituation(target.value as Situation)}
          >
            {Object.entries(situations).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <button className="button button-primary" aria-disabled={busy}>
          {busy ? 'Checking' : 'Check'}
        </button>
      </form>
      {families.found.length > 0 && (
        <ul className="check-families" aria-label="Tests of this name">
          {families.found.map(({ key, name }) => (
            <li key={key}>
              <button type="button" className="button" onClick={() => void ask(name)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {families.problem && !problem && <ProblemNote problem={families.problem} what="the tests of this name" />}
      {problem && <ProblemNote problem={problem} what="the check" />}
      {asked.map(({ id, test, check }) => (
        <CheckAnswer
          key={id}
          patientId={patientId}
          test={test}
          check={check}
          choose={(name) => void ask(name)}
          putAway={() => setAsked((before) => before.filter((one) => one.id !== id))}
        />
      ))}
    </>
  );
}
