import type { ReactElement } from 'react';
import type { CareTeam } from '#portal/patient/patient.query.ts';
import { Sources } from '#portal/patient/sources.tsx';
import { Card } from '#portal/ui/card.tsx';
import { NotRecorded } from '#portal/ui/facts.tsx';
import { Tel } from '#portal/ui/tel.tsx';

interface Props {
  team: CareTeam;
  /** Those who stand under "Whom to call" already. */
  listed: readonly { name: string }[];
}

export function CareTeamCard({ team, listed }: Props): ReactElement {
  const others = team.members.filter(({ name }) => !listed.some((contact) => contact.name === name));
  return (
    <Card title={listed.length > 0 ? 'Others on the care team' : 'Care team'} foot={<Sources sources={team.sources} />}>
      {others.length === 0 &&
        (team.members.length === 0 ? (
          <NotRecorded />
        ) : (
          <p className="muted">Nobody besides those under “Whom to call”.</p>
        ))}
      {others.length > 0 && (
        <ul className="rows">
          {others.map(({ id, name, role, organization, telephone, aroundTheClock }) => (
            <li key={id} className="person">
              <span>
                <strong>{name}</strong>
                <span className="person-role">
                  {[role === name ? null : role, organization].filter(Boolean).join(', ')}
                  {aroundTheClock && ', day and night'}
                  {!telephone && ', number not recorded'}
                </span>
              </span>
              {telephone && <Tel number={telephone} who={name} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
