import type { ReactElement } from 'react';
import type { CareTeam } from '#portal/patient/patient.query.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { NotRecorded } from '#portal/ui/facts.tsx';
import { Tel } from '#portal/ui/tel.tsx';

export function CareTeamCard({ team }: { team: CareTeam }): ReactElement {
  return (
    <Card title="Care team" foot={<Sources sources={team.sources} />}>
      {team.members.length === 0 && <NotRecorded />}
      <ul className="rows">
        {team.members.map(({ id, name, role, organization, telephone, aroundTheClock }) => (
          <li key={id} className="person">
            <span>
              <strong>{name}</strong>
              <span className="person-role">
                {[role === name ? null : role, organization].filter(Boolean).join(', ')}
                {aroundTheClock && ', day and night'}
              </span>
            </span>
            {telephone ? <Tel number={telephone} who={name} /> : <span className="small muted">no number recorded</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
