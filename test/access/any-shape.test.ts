// However a field is asked for, it gets the same answer: by alias, in fragments, under conditions, again
// and again as a compiled query. A field that is left out is neither told nor audited as read.
import fc from 'fast-check';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClinic, type Clinic, type PatientInClinic } from '#test/kit/clinic.ts';
import { asking, type Ask } from './asking.ts';
import { askWhole, insideOf } from './cases.ts';
import { figure } from './figure.ts';
import { PATIENT_FIELDS } from './truth-table.ts';

// The access log grows with each question.
const FIELDS = Object.keys(PATIENT_FIELDS).filter((field) => field !== 'accessLog');
/** Fields that read more than the patient's own row; the audit names them. */
const SECTIONS = FIELDS.slice(FIELDS.indexOf('headline'));

let clinic: Clinic;
let ask: Ask;
let patients: PatientInClinic[];
let token: string;
/** What each field answers when it is asked for plainly, of each patient. */
const plain: Record<string, unknown>[] = [{}, {}];

beforeAll(async () => {
  clinic = await openClinic();
  ask = asking(clinic);
  const practice = await clinic.organization();
  patients = [await clinic.patient({ withRecord: true }), await clinic.patient({ withRecord: true })];
  for (const patient of patients) await clinic.grant(patient).to(practice);
  token = await (await clinic.person('community-clinician').of(practice)).signIn();
  for (const [index, { id }] of patients.entries()) {
    for (const field of FIELDS) {
      const { data, codes } = await ask(token, askWhole(field), { id });
      expect(codes).toEqual([]);
      plain[index]![field] = (data!['patient'] as Record<string, unknown>)[field];
    }
  }
});
afterAll(() => clinic.close());

interface Asked {
  field: string;
  form: 'plain' | 'alias' | 'inline' | 'fragment' | 'nested';
  /** Asked for only when the variable says so. */
  condition: 'none' | 'include' | 'skip' | 'include-fragment';
}

const asked: fc.Arbitrary<Asked[]> = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom(...FIELDS),
    form: fc.constantFrom('plain', 'alias', 'inline', 'fragment', 'nested'),
    condition: fc.constantFrom('none', 'include', 'skip', 'include-fragment'),
  }),
  { selector: ({ field }) => field, minLength: 1, maxLength: 6 },
);

/** One document for all of them; variable `v0` decides on the first, and so on. */
function documentOf(all: Asked[]): string {
  const fragments: string[] = [];
  const parts = all.map(({ field, form, condition }, index) => {
    const inside = insideOf(field);
    const onField = { include: ` @include(if: $v${index})`, skip: ` @skip(if: $v${index})` }[condition as string] ?? '';
    const onFragment = condition === 'include-fragment' ? ` @include(if: $v${index})` : '';
    const text = `${form === 'alias' ? `a${index}: ` : ''}${field}${onField}${inside && ` { ${inside} }`}`;
    if (form === 'fragment' || form === 'nested') {
      fragments.push(`fragment F${index} on Patient { ${text} }`);
      if (form === 'nested') fragments.push(`fragment N${index} on Patient { ...F${index}${onFragment} }`);
      return form === 'nested' ? `...N${index}` : `...F${index}${onFragment}`;
    }
    return form === 'inline' || onFragment ? `... on Patient${onFragment} { ${text} }` : text;
  });
  const variables = all.map((_, index) => `$v${index}: Boolean! = true`).join(', ');
  const used = all.map(({ condition }, index) =>
    condition === 'none' ? `u${index}: __typename @skip(if: $v${index})` : '',
  );
  return `query ($id: ID!, ${variables}) { patient(id: $id) { id ${parts.join(' ')} ${used.join(' ')} } } ${fragments.join(' ')}`;
}

it('is answered alike in every shape of a query', { timeout: 300_000 }, async () => {
  let answers = 0;
  const once = async (all: Asked[], document: ReturnType<typeof parse>, values: boolean[], which: number) => {
    const variables = Object.fromEntries(all.map((_, index) => [`v${index}`, values[index]]));
    const answer = await ask(token, document, { id: patients[which]!.id, ...variables });
    expect(answer.codes).toEqual([]);
    const told = answer.data!['patient'] as Record<string, unknown>;
    const sections: string[] = [];
    for (const [index, { field, form, condition }] of all.entries()) {
      const wanted = condition === 'none' || (condition === 'skip' ? !values[index] : values[index]);
      const key = form === 'alias' ? `a${index}` : field;
      if (wanted && SECTIONS.includes(field)) sections.push(field);
      if (field !== 'id')
        expect(told[key], `${field} as ${form} under ${condition}`).toEqual(wanted ? plain[which]![field] : undefined);
    }
    const [audit] = await clinic.behindTheWall<{ sections: string[] }>(
      'select sections from audit_event where request_id = $1',
      [answer.requestId],
    );
    expect(audit?.sections.toSorted()).toEqual(sections.sort());
    answers++;
  };
  await fc.assert(
    fc.asyncProperty(
      asked,
      fc.array(fc.tuple(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.nat(1)), {
        minLength: 5,
        maxLength: 8,
      }),
      async (all, rounds) => {
        const document = parse(documentOf(all));
        for (const [values, which] of rounds) await once(all, document, values, which);
      },
    ),
    { numRuns: 60 },
  );
  figure(`S1 shapes: ${answers} answers to 60 random queries, each as when asked plainly`);
});
