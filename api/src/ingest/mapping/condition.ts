import type { CodeableConcept, Condition } from 'fhir/r4';
import { clean, codeColumns, codesOf, hasCode, nameOf, wordedName, wordsOf } from '../fhir/concepts.ts';
import { moment, partial } from '../fhir/dates.ts';
import { ICD10CM, SNOMED } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode, extension } from '../fhir/values.ts';
import { cancerCategory } from './cancer.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { siteOfIcd10, siteOfWords } from './sites.ts';
import { STATUS } from './statuses.ts';

/** "No current problems": a statement, not a problem. */
const NO_PROBLEMS = '160245001';

/** A problem, a primary cancer or a secondary one. */
export function mapCondition(condition: Condition, context: MappingContext): MappedRow[] {
  if (nameOf(condition.code) === undefined)
    throw new UnreadableResourceError('Condition has no code: what the patient has is not said');
  const cancer = cancerCategory(condition);
  const site = cancer && siteOf(condition.code);
  const display = wordedName(condition.code) ?? (site && cancerOfSite(site)) ?? nameOf(condition.code) ?? '';
  const onset =
    moment(condition.onsetDateTime, 'Condition.onsetDateTime') ??
    moment(condition.onsetPeriod?.start, 'Condition.onsetPeriod.start');
  const abated =
    moment(condition.abatementDateTime, 'Condition.abatementDateTime') ??
    moment(condition.abatementPeriod?.end, 'Condition.abatementPeriod.end');
  const asserted = extension(condition.extension, 'condition-assertedDate')?.valueDateTime;
  const recorded =
    moment(condition.recordedDate, 'Condition.recordedDate') ?? moment(asserted, 'Condition.extension.assertedDate');
  const related = extension(
    condition.extension,
    'condition-related',
    'mcode-related-primary-cancer-condition',
  )?.valueReference;
  return [
    {
      table: 'condition',
      id: context.rowId,
      values: {
        needs: context.needs(cancer ? 'cancerCondition' : 'problem'),
        category: cancer ?? 'problem',
        ...codeColumns(condition.code, ICD10CM, SNOMED),
        display,
        bodySite: wordedName(condition.bodySite?.[0]) ?? site ?? nameOf(condition.bodySite?.[0]) ?? null,
        laterality: lateralityOf(condition.bodySite?.[0], display) ?? null,
        histology:
          nameOf(extension(condition.extension, 'mcode-histology-morphology-behavior')?.valueCodeableConcept) ?? null,
        clinicalStatus: statusCode(condition.clinicalStatus, 'Condition.clinicalStatus', STATUS.conditionClinical),
        verificationStatus: statusCode(
          condition.verificationStatus,
          'Condition.verificationStatus',
          STATUS.verification,
        ),
        onsetOn: onset?.on ?? null,
        onsetPrecision: partial(onset),
        abatedOn: abated?.on ?? null,
        recordedOn: recorded?.on ?? null,
        stageText: stageText(condition) ?? null,
        primaryConditionId: cancer === 'secondary-cancer' ? context.rowOf(related, 'Condition') : null,
        statesNone: hasCode(codesOf(condition.code), SNOMED, NO_PROBLEMS),
      },
    },
  ];
}

/** The code of a status concept; its text, when that is one. */
export function statusCode(
  concept: CodeableConcept | undefined,
  path: string,
  allowed: ReadonlySet<string>,
): string | null {
  const code =
    codesOf(concept).find((one) => one.code !== undefined)?.code ??
    (allowed.has(concept?.text?.toLowerCase() ?? '') ? concept?.text?.toLowerCase() : undefined);
  return closedCode(code, path, allowed) ?? null;
}

/** A cancer that is sent as a bare code. */
const cancerOfSite = (site: string) => (/(oma|emia)$/.test(site) ? site : `${site} cancer`);

function siteOf(code: CodeableConcept | undefined): string | undefined {
  const icd10 = codesOf(code).find(({ system }) => system === ICD10CM)?.code;
  return (icd10 === undefined ? undefined : siteOfIcd10(icd10)) ?? siteOfWords(wordsOf(code));
}

/** mCODE says the side in an extension of the body site; others in the words of the diagnosis. */
export function lateralityOf(site: CodeableConcept | undefined, display: string): string | undefined {
  const qualifier = extension(site?.extension, 'mcode-laterality-qualifier', 'mcode-laterality')?.valueCodeableConcept;
  const side = /\b(bilateral|left|right)\b/.exec(`${wordsOf(qualifier)} ${display}`.toLowerCase())?.[1];
  return side ? `${side[0]?.toUpperCase()}${side.slice(1)}` : LATERALITY_CODES[codesOf(qualifier)[0]?.code ?? ''];
}

const LATERALITY_CODES: Record<string, string> = {
  '7771000': 'Left',
  '24028007': 'Right',
  '51440002': 'Bilateral',
  '66459002': 'Unilateral',
};

function stageText(condition: Condition): string | undefined {
  const words = (condition.stage ?? []).map(({ summary }) => nameOf(summary)).filter((text) => text !== undefined);
  return clean([...new Set(words)].join('; '));
}
