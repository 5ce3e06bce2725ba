// Readers and patients in known states to each other, and a watch over every row that an answer shows.
import type { DocumentNode, GraphQLObjectType } from 'graphql';
import { getNamedType, isObjectType } from 'graphql';
import { patientIn, RELATIONS } from '#test/kit/clinic-relations.ts';
import { MARK, type RecordRow } from '#test/kit/clinic-row.ts';
import type { Clinic, PatientInClinic, PersonInClinic } from '#test/kit/clinic.ts';
import { schema, type Answer } from './asking.ts';
import { askList, askOne, everythingIn } from './surface.ts';
import { ORDINARY, ROLE_READS, rowMayShow, type Between, type TruthRole } from './truth-table.ts';

export interface Case extends Between {
  readonly token: string;
  readonly patient: PatientInClinic;
}

/** For each role a reader in a practice of their own, with a patient in each state. */
export async function everyRoleInEveryState(clinic: Clinic): Promise<Case[]> {
  const cases: Case[] = [];
  for (const role of Object.keys(ROLE_READS) as TruthRole[]) {
    const reader = await clinic.person(role).of(await clinic.organization());
    const patients: PatientInClinic[] = [];
    for (const relation of RELATIONS) patients.push(await patientIn(clinic, relation, reader));
    const token = await reader.signIn();
    cases.push(
      ...RELATIONS.map((state, index) => ({ role, state, given: ORDINARY, token, patient: patients[index]! })),
    );
  }
  return cases;
}

/** A patient whose grant to the reader's practice gives these scopes. */
export async function given(clinic: Clinic, reader: PersonInClinic, scopes: readonly string[]): Promise<Case> {
  const patient = await clinic.patient({ withRecord: true });
  await clinic.grant(patient).to(reader.organization, { scopes: scopes as never });
  return { role: reader.role, state: 'primary-care', given: scopes, token: await reader.signIn(), patient };
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Knows whose every row is, and sees it in an answer by a text of it or by its id. */
export class Watch {
  readonly #rows = new Map<string, { of: Case; row: RecordRow }>();

  constructor(cases: readonly Case[]) {
    for (const of of cases) {
      for (const row of of.patient.rows) {
        this.#rows.set(row.mark.toLowerCase(), { of, row });
        this.#rows.set(row.id, { of, row });
      }
    }
  }

  /** Every row that shows in an answer. */
  shownIn({ bytes }: Pick<Answer, 'bytes'>): { of: Case; row: RecordRow }[] {
    const keys = [...(bytes.match(MARK) ?? []).map((mark) => mark.toLowerCase()), ...(bytes.match(UUID) ?? [])];
    return [...new Set(keys)].flatMap((key) => this.#rows.get(key) ?? []);
  }

  /** Rows that show in an answer to this token and that the table does not let its reader see. */
  leaksIn(answer: Answer, token: string): string[] {
    return this.shownIn(answer)
      .filter(({ of, row }) => of.token !== token || !rowMayShow(of, row.needs))
      .map(({ of, row }) => `shows a ${row.table} that needs ${row.needs.join('+')}, of ${of.role} ${of.state}`);
  }
}

/** All that lies in one field of a patient. */
export function insideOf(field: string): string {
  const inner = getNamedType((schema.getType('Patient') as GraphQLObjectType).getFields()[field]!.type);
  return isObjectType(inner) ? everythingIn(inner) : '';
}

/** A whole field of one patient by id. */
export const askWhole = (field: string): DocumentNode => askOne([field], insideOf(field));
/** A whole field of every patient in the list. */
export const askWholeInList = (field: string): DocumentNode => askList([field], insideOf(field));
