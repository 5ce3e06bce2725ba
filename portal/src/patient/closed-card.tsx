import type { ReactElement } from 'react';
import type { Problem } from '#portal/app/problem.ts';
import { useSession } from '#portal/app/session.ts';
import { roleWords, sectionWords, whomToAsk, type Section } from '#portal/identity/roles.ts';
import { Card } from '#portal/ui/card.tsx';
import { ProblemNote } from '#portal/ui/problem-note.tsx';

interface Props {
  title: string;
  section: Section;
  why: 'role' | Problem | undefined;
  again?: () => void;
}

/** A part that is not shown: why, and whom to ask. It says nothing of whether there is anything in it. */
export function ClosedCard({ title, section, why, again }: Props): ReactElement {
  const { viewer } = useSession();
  const ask = whomToAsk(viewer.role);
  return (
    <Card title={title}>
      {why === 'role' || why === undefined ? (
        <p className="prose">
          Your role, {roleWords[viewer.role].toLowerCase()}, does not read {sectionWords[section]}. If you need
          something from it, ask {ask}.
        </p>
      ) : why.kind === 'forbidden' ? (
        <p className="prose">
          The access that was given for this patient does not include {sectionWords[section]}. If you need something
          from it, ask {ask}.
        </p>
      ) : (
        <ProblemNote problem={why} what={sectionWords[section]} again={again} />
      )}
    </Card>
  );
}
