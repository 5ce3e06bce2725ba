import type { Plan, PlanFact } from '#portal/survivorship/plan.query.ts';
import { dateWords, dayWords } from '#portal/ui/dates.ts';

export interface ShownFact {
  id: string;
  text: string;
  more: string;
  /** Where it is from, in words. */
  from: string;
}

export interface FactGroup {
  title: string;
  facts: readonly ShownFact[];
}

type Dated = Pick<PlanFact, 'id' | 'text' | 'on' | 'source' | 'filledInBy'>;
type Sourced = Omit<Dated, 'on'>;

/** The treatment summary as titled lists, in the order in which a plan is read. */
export function factGroups(facts: Plan['facts'], timeZone: string): FactGroup[] {
  const shown = (fact: Sourced, more = ''): ShownFact => ({
    id: fact.id,
    text: fact.text,
    more,
    from: fromWords(fact, timeZone),
  });
  const plain = (list: readonly Dated[]): ShownFact[] =>
    list.map((fact) => shown(fact, fact.on === null ? '' : dateWords(fact.on)));
  // These two have no row of their own: they follow from the treatments unless somebody said them.
  const reckoned = (key: string, text: string | null): ShownFact[] => {
    if (text === null) return [];
    const said = facts.filledIn.find((fact) => fact.key === key);
    return [{ id: key, text, more: '', from: said ? byHand(said.by) : 'from the treatments below' }];
  };
  return [
    {
      title: 'End of treatment',
      facts: reckoned('end-of-treatment', facts.endOfTreatment && dateWords(facts.endOfTreatment)),
    },
    { title: 'Intent', facts: reckoned('intent', facts.intent) },
    {
      title: 'Diagnosis',
      facts: facts.diagnoses.flatMap((fact) => [...plain([fact]), ...plain(fact.biomarkers)]),
    },
    { title: 'Surgery', facts: plain(facts.surgery) },
    { title: 'Systemic treatment', facts: facts.systemic.map((fact) => shown(fact, systemicWords(fact))) },
    { title: 'Radiation', facts: plain(facts.radiation) },
    { title: 'Transplant', facts: plain(facts.transplants) },
    {
      title: 'Ongoing therapy',
      facts: facts.ongoing.map((fact) =>
        shown(fact, fact.plannedEnd ? `until ${dateWords(fact.plannedEnd)}` : 'planned end not recorded'),
      ),
    },
    { title: 'Ongoing toxicities', facts: plain(facts.toxicities) },
    { title: 'Genetic findings', facts: plain(facts.genetics) },
    { title: 'Other illnesses', facts: plain(facts.comorbidities) },
    { title: 'Who treats the patient', facts: plain(facts.contacts) },
  ];
}

const byHand = (name: string): string => `filled in by ${name}`;

/** "Centre EHR, 21 Nov 2026; in part filled in by Ada Okafor" */
function fromWords({ source, filledInBy }: Pick<PlanFact, 'source' | 'filledInBy'>, timeZone: string): string {
  if (!source) return filledInBy ? byHand(filledInBy) : 'source not recorded';
  const recorded = source.asOf ? `${source.name}, ${dayWords(source.asOf, timeZone)}` : source.name;
  return filledInBy ? `${recorded}; in part ${byHand(filledInBy)}` : recorded;
}

const listed = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(', ');

/** "counts as 240 mg/m² doxorubicin, 1 Mar 2025 – 2 May 2025": what the fact's own text does not say yet */
export function systemicWords({
  cumulativeDose,
  on,
  endedOn,
}: Pick<Plan['facts']['systemic'][number], 'cumulativeDose' | 'on' | 'endedOn'>): string {
  const equivalent = cumulativeDose?.doxorubicinEquivalent;
  const until = endedOn === null ? 'no end recorded' : dateWords(endedOn);
  return listed([
    equivalent != null && `counts as ${Math.round(equivalent)} mg/m² doxorubicin`,
    on === null ? until : `${dateWords(on)} – ${until}`,
  ]);
}
