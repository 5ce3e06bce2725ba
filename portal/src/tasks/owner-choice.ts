import type { Role, Viewer } from '#portal/identity/viewer.query.ts';
import type { Task } from '#portal/tasks/task.query.ts';
import type { OwnerTold } from '#portal/tasks/owners.query.ts';

/** Whoever has a role at a practice: the first who takes the task on has it. */
export interface Post {
  key: string;
  organization: { id: string; name: string };
  role: Role;
  holders: readonly OwnerTold[];
}

const personKey = 'person:';
const postKey = 'post:';

export const keyOfPerson = (id: string): string => personKey + id;
const keyOfPost = (organizationId: string, role: Role): string => `${postKey}${organizationId}:${role}`;

/** Whose a task is, as the same choice. */
export const keyOfOwner = ({ person, organization, role }: Task['owner']): string =>
  person ? keyOfPerson(person.id) : keyOfPost(organization.id, role);

/** The posts of those who may be asked; the asker's own too, for what a colleague should take on. */
export function postsOf(owners: readonly OwnerTold[], viewer: Pick<Viewer, 'role' | 'organization'>): Post[] {
  const posts = new Map<string, Post & { holders: OwnerTold[] }>();
  const post = (role: Role, { id, name }: { id: string; name: string }): OwnerTold[] => {
    const key = keyOfPost(id, role);
    const known = posts.get(key) ?? { key, role, organization: { id, name }, holders: [] };
    posts.set(key, known);
    return known.holders;
  };
  for (const owner of owners) {
    const { role, organization } = owner.person;
    if (role && organization) post(role, organization).push(owner);
  }
  post(viewer.role, viewer.organization);
  return [...posts.values()];
}

/** What the server is told: a person, or an organisation and a role; neither where nobody was chosen. */
export function ownerInput(key: string): {
  ownerId: string | null;
  ownerOrganizationId: string | null;
  ownerRole: Role | null;
} {
  if (key.startsWith(personKey))
    return { ownerId: key.slice(personKey.length), ownerOrganizationId: null, ownerRole: null };
  const [organizationId = null, role = null] = key.startsWith(postKey) ? key.slice(postKey.length).split(':') : [];
  return { ownerId: null, ownerOrganizationId: organizationId, ownerRole: role as Role | null };
}
