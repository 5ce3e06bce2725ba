import type { CodeableConcept, Observation } from 'fhir/r4';
import { clean, codeColumns, codesOf, nameOf, wordedName } from '#api/ingest/fhir/concepts.ts';
import { moment, type Moment } from '#api/ingest/fhir/dates.ts';
import { LOINC, portage } from '#api/ingest/fhir/systems.ts';
import { UnreadableResourceError } from '#api/ingest/fhir/unreadable.ts';
import { closedCode } from '#api/ingest/fhir/values.ts';
import type { RowValues } from '#api/ingest/writing/tables.ts';
import type { MappingContext } from '../context.ts';
import type { MappedRow } from '../mapped.ts';
import { STATUS } from '../statuses.ts';
import { classify, familyOf, type Classification } from './classify.ts';
import { shortMethod, shortStage } from './stage-words.ts';
import { valueColumns, type ValueColumns } from './value.ts';

/** One row for the observation, one more for each component, under it. */
export function mapObservation(observation: Observation, context: MappingContext): MappedRow[] {
  if (nameOf(observation.code) === undefined)
    throw new UnreadableResourceError('Observation has no code: what was observed is not said');
  const kind = classify(observation);
  const display = nameFor(observation.code, kind.title);
  const when = effective(observation);
  const common = {
    needs: context.needs(kind.needs),
    category: kind.category,
    status: closedCode(observation.status, 'Observation.status', STATUS.observation) ?? null,
    effectiveAt: when?.at ?? null,
    effectivePrecision: when?.precision ?? null,
    issuedAt: moment(observation.issued, 'Observation.issued')?.at ?? null,
    focusId: context.rowOf(observation.focus?.[0], 'Condition'),
    performerName: context.nameOf(observation.performer?.[0]),
  };
  const parent = {
    ...common,
    ...codeColumns(observation.code, portage('assessment'), LOINC),
    family: kind.family,
    display,
    ...staged(valueColumns(observation, 'Observation'), kind, observation.valueCodeableConcept),
    parentId: context.groupRow,
    method: shortMethod(wordedName(observation.method)) ?? null,
    bodySite: nameOf(observation.bodySite) ?? null,
    note: noteOf(observation) ?? null,
    toldByParts: isToldByParts(observation),
  };
  const components = (observation.component ?? []).map((component, index): MappedRow => ({
    table: 'observation',
    id: context.part('component', index),
    values: {
      ...common,
      category: OWN_PARTS.has(kind.category) ? kind.category : 'other',
      ...codeColumns(component.code, LOINC),
      family: familyOf(codesOf(component.code))?.key ?? null,
      display: nameFor(component.code) || `${display}, part ${index + 1}`,
      ...valueColumns(component, `Observation.component[${index}]`),
      parentId: context.rowId,
      toldByParts: false,
    },
  }));
  return [{ table: 'observation', id: context.rowId, values: parent }, ...components];
}

const isToldByParts = ({ hasMember = [], component = [], ...own }: Observation): boolean =>
  hasMember.length + component.length > 0 && !Object.keys(own).some((name) => name.startsWith('value'));

/** Categories whose parts are of the same kind; the parts of a variant or a stage are details of it, not further ones. */
const OWN_PARTS: ReadonlySet<string> = new Set([
  'laboratory',
  'vital-signs',
  'assessment',
  'imaging',
  'social-history',
  'other',
]);

/** In the source's words, else what we call it, else by its bare code. */
function nameFor(code: CodeableConcept | undefined, title?: string): string {
  return wordedName(code) ?? title ?? familyOf(codesOf(code))?.name ?? nameOf(code) ?? '';
}

/** A stage is written short; the code that it was sent with stays as it is. */
function staged(
  value: ValueColumns,
  { stagePart }: Classification,
  concept: CodeableConcept | undefined,
): ValueColumns {
  const words = wordedName(concept) ?? value.valueCode ?? value.valueText;
  return stagePart && words ? { ...value, valueText: shortStage(words, stagePart) } : value;
}

function effective(observation: Observation): Moment | undefined {
  return (
    moment(observation.effectiveDateTime, 'Observation.effectiveDateTime') ??
    moment(observation.effectiveInstant, 'Observation.effectiveInstant') ??
    moment(observation.effectivePeriod?.start, 'Observation.effectivePeriod.start') ??
    moment(observation.effectivePeriod?.end, 'Observation.effectivePeriod.end') ??
    moment(observation.effectiveTiming?.event?.[0], 'Observation.effectiveTiming.event')
  );
}

function noteOf(observation: Observation): RowValues['observation']['note'] {
  const absent = nameOf(observation.dataAbsentReason);
  const notes = (observation.note ?? []).map(({ text }) => clean(text)).filter((text) => text !== undefined);
  return clean([...(absent === undefined ? [] : [`No value: ${absent}`]), ...notes].join(' '));
}
