import type { Observation } from 'fhir/r4';
import { clean, codeColumns, codesOf, nameOf } from '../../fhir/concepts.ts';
import { moment, type Moment } from '../../fhir/dates.ts';
import { LOINC } from '../../fhir/systems.ts';
import { UnreadableResourceError } from '../../fhir/unreadable.ts';
import { closedCode } from '../../fhir/values.ts';
import type { RowValues } from '../../writing/tables.ts';
import type { MappingContext } from '../context.ts';
import type { MappedRow } from '../mapped.ts';
import { STATUS } from '../statuses.ts';
import { classify, familyOf, type Classification } from './classify.ts';
import { shortMethod, shortStage } from './stage-words.ts';
import { valueColumns } from './value.ts';

/** One row for the observation, one more for each component, under it. */
export function mapObservation(observation: Observation, context: MappingContext): MappedRow[] {
  const display = nameOf(observation.code);
  if (display === undefined)
    throw new UnreadableResourceError('Observation has no code: what was observed is not said');
  const kind = classify(observation);
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
    ...codeColumns(observation.code, LOINC),
    family: kind.family,
    display,
    ...staged(valueColumns(observation, 'Observation'), kind),
    parentId: context.groupRow,
    method: shortMethod(nameOf(observation.method)) ?? null,
    bodySite: nameOf(observation.bodySite) ?? null,
    note: noteOf(observation) ?? null,
  };
  const components = (observation.component ?? []).map((component, index): MappedRow => ({
    table: 'observation',
    id: context.part('component', index),
    values: {
      ...common,
      ...codeColumns(component.code, LOINC),
      family: familyOf(codesOf(component.code))?.key ?? null,
      display: nameOf(component.code) ?? `${display}, part ${index + 1}`,
      ...valueColumns(component, `Observation.component[${index}]`),
      parentId: context.rowId,
    },
  }));
  return [{ table: 'observation', id: context.rowId, values: parent }, ...components];
}

/** A stage is written short; the words it was sent in stay in the code. */
function staged<V extends { valueText?: string | null }>(value: V, { stagePart }: Classification): V {
  return stagePart && value.valueText ? { ...value, valueText: shortStage(value.valueText, stagePart) } : value;
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
