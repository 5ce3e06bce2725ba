import { personRefOf, type DirectoryRow, type PersonRef } from '#api/identity/index.ts';

/** Names a person by their id. @throws when the statement did not tell of them: that is a defect. */
export type WhoIs = (id: string) => PersonRef;

export function whoIs(people: readonly DirectoryRow[]): WhoIs {
  const known = new Map(people.map((row) => [row.id, personRefOf(row)]));
  return (id) => {
    const person = known.get(id);
    if (person === undefined) throw new RangeError('the statement did not tell who somebody is');
    return person;
  };
}
