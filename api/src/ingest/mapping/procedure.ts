import type { Procedure } from 'fhir/r4';
import { allCodesOf, codeColumns, codesOf, hasCode, nameOf, wordedName, wordsOf } from '../fhir/concepts.ts';
import { dateOrPeriod, moment, partial, type Span } from '../fhir/dates.ts';
import { SNOMED } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode, hasProfile } from '../fhir/values.ts';
import { cancerOf } from './cancer.ts';
import { lateralityOf } from './condition.ts';
import type { MappingContext } from './context.ts';
import { treatmentIntent } from './intent.ts';
import type { MappedRow } from './mapped.ts';
import type { NEEDS } from './needs.ts';
import { courseDetails, doseRows, fractionRow, isFraction } from './radiotherapy.ts';
import { STATUS } from './statuses.ts';

type Kind = 'surgery' | 'radiation' | 'transplant' | 'imaging' | 'other';

/** SNOMED CT codes met in records that name radiotherapy without saying so, or without a display. */
const RADIATION_CODES = ['1217123003', '1222565005', '108290001', '169396008', '33195004', '169331000', 'USCRS-33529'];
const RADIATION =
  /radiother|radiation therap|radiation oncology|brachyther|radionuclide therap|proton therap|chemoradi|stereotactic (body )?radio|teletherapy/;
const TRANSPLANT = /transplant/;
const BLOOD_FORMING = /stem cell|bone marrow|h(a)?ematopo|autologous|allogeneic|autograft|allograft/;
const IMAGING =
  /mammogra|x-ray|radiograph|ultraso|tomograph|\bct\b|\bmri\b|magnetic resonance|\bpet\b|bone (density )?scan|echocardiogra|\bdxa\b|scintigra|imaging|fluoroscop/;
const SURGERY = /ectomy\b|excision|resection|surg|amputation|orchiect|lumpect|debulk|hysterec/;
const CANCER_WORDS = /chemotherap|tumou?r|cancer|neoplas|malignan|oncolog|immunotherap(?!y injection)/;
const PALLIATIVE = /palliative|hospice|end of life/;
const PALLIATIVE_CODES = ['385763009', '103735009'];

/** A procedure; radiotherapy as its course, or as one fraction of a course. */
export function mapProcedure(procedure: Procedure, context: MappingContext): MappedRow[] {
  if (nameOf(procedure.code) === undefined)
    throw new UnreadableResourceError('Procedure has no code: what was done is not said');
  const words = wordsOf(procedure.code, procedure.category);
  const cancerRelated = isCancerRelated(procedure, context, words);
  const kind = kindOf(procedure, words, cancerRelated);
  const display =
    wordedName(procedure.code) ?? (kind === 'radiation' ? 'Radiotherapy' : (nameOf(procedure.code) ?? ''));
  const when: Span = dateOrPeriod(procedure.performedDateTime, procedure.performedPeriod, 'Procedure.performed');
  const common = {
    needs: context.needs(needOf(kind, procedure, words, cancerRelated)),
    ...codeColumns(procedure.code, SNOMED),
    display,
    status: closedCode(procedure.status, 'Procedure.status', STATUS.event) ?? null,
    treatmentIntent: treatmentIntent(procedure.extension),
    bodySite: nameOf(procedure.bodySite?.[0]) ?? null,
    laterality: lateralityOf(procedure.bodySite?.[0], display) ?? null,
    reasonId: context.rowOf(procedure.reasonReference?.[0], 'Condition'),
  };
  const course = kind === 'radiation' ? courseDetails(procedure) : undefined;
  if (course && isFraction(procedure, when, course))
    return [fractionRow(procedure, context, when, { ...common, ...course.treatment })];
  const start = when.start ?? moment(procedure.performedString, 'Procedure.performedString');
  return [
    {
      table: 'procedure',
      id: context.rowId,
      values: {
        ...common,
        kind,
        startedOn: start?.on ?? null,
        startedPrecision: partial(start),
        endedOn: when.end?.on ?? null,
        modality: course?.treatment.modality ?? null,
        technique: course?.treatment.technique ?? null,
        sessions: course?.sessions ?? null,
        outcome: nameOf(procedure.outcome) ?? null,
      },
    },
    ...(course ? doseRows(procedure, context) : []),
  ];
}

/**
 * Surgery and transplants only where they treat the cancer: an appendectomy in a list of cancer
 * treatments would mislead.
 */
function kindOf(procedure: Procedure, words: string, cancerRelated: boolean): Kind {
  const codes = [...codesOf(procedure.code), ...codesOf(procedure.category)];
  if (
    hasProfile(procedure, /mcode-radiotherapy/) ||
    codes.some(({ code }) => RADIATION_CODES.includes(code ?? '')) ||
    RADIATION.test(words)
  )
    return 'radiation';
  if (hasProfile(procedure, /mcode-cancer-related-surgical-procedure$/)) return 'surgery';
  if (TRANSPLANT.test(words) && (cancerRelated || BLOOD_FORMING.test(words))) return 'transplant';
  if (hasCode(codes, SNOMED, '363679005') || (IMAGING.test(words) && !/biops/.test(words))) return 'imaging';
  return cancerRelated && SURGERY.test(words) ? 'surgery' : 'other';
}

function needOf(kind: Kind, procedure: Procedure, words: string, cancerRelated: boolean): keyof typeof NEEDS {
  if (PALLIATIVE.test(words) || hasCode(codesOf(procedure.code), SNOMED, ...PALLIATIVE_CODES))
    return 'palliativeProcedure';
  if (kind === 'radiation' || kind === 'transplant' || kind === 'surgery') return 'cancerProcedure';
  return cancerRelated ? 'cancerProcedure' : 'otherProcedure';
}

function isCancerRelated(procedure: Procedure, context: MappingContext, words: string): boolean {
  if (hasProfile(procedure, /mcode-/) || CANCER_WORDS.test(words)) return true;
  const reasons = procedure.reasonReference ?? [];
  if (
    reasons.some(
      (reason) => context.find(reason, 'Condition')?.cancer || cancerOf({ text: reason.display ?? '' }) !== undefined,
    )
  )
    return true;
  return (procedure.reasonCode ?? []).some(
    (reason) => cancerOf(reason) !== undefined || allCodesOf([reason]).some(({ code }) => /^C\d/.test(code ?? '')),
  );
}
