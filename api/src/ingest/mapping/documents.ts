import type { Attachment, DiagnosticReport, DocumentReference } from 'fhir/r4';
import { allCodesOf, clean, codeColumns, codesOf, hasCode, nameOf, wordsOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
import { LOINC } from '../fhir/systems.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode } from '../fhir/values.ts';
import { documentBody } from './attachment.ts';
import { containedResults } from './contained-results.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

const ADVANCE_DIRECTIVES = ['42348-3', '86533-7', '84095-9', '100821-8', '93037-0', '75320-2', '81334-5'];

interface DocumentFacts {
  readonly title: string;
  readonly typeCode: string | null;
  readonly typeDisplay: string | null;
  readonly status: string | null;
  readonly writtenAt: string | null;
  readonly author: string | null;
  readonly advanceDirective: boolean;
}

/** A document and, where it was sent along, what it says. */
export function mapDocumentReference(reference: DocumentReference, context: MappingContext): MappedRow[] {
  const type = reference.type ?? reference.category?.[0];
  const codes = [...codesOf(reference.type), ...allCodesOf(reference.category)];
  const contents = reference.content ?? [];
  const written =
    moment(reference.date, 'DocumentReference.date') ??
    moment(contents[0]?.attachment?.creation, 'DocumentReference.content.attachment.creation');
  const facts: DocumentFacts = {
    title: clean(contents[0]?.attachment?.title) ?? clean(reference.description) ?? nameOf(type) ?? 'Document',
    typeCode: codeColumns(type, LOINC).code,
    typeDisplay: nameOf(type) ?? null,
    status: closedCode(reference.status, 'DocumentReference.status', STATUS.documentReference) ?? null,
    writtenAt: written?.at ?? null,
    author: context.nameOf(reference.author?.[0]),
    advanceDirective:
      hasCode(codes, LOINC, ...ADVANCE_DIRECTIVES) || /advance (care )?directive|living will|polst/.test(wordsOf(type)),
  };
  const attachments = contents.map(({ attachment }) => attachment).filter((one) => one !== undefined);
  const [first = {}, ...others] = attachments;
  return [
    ...documentRows(context.rowId, first, facts, context, 'DocumentReference.content[0]'),
    // The same document in another format is not another document.
    ...others.flatMap((one, index) =>
      one.data && one.contentType === first.contentType
        ? documentRows(
            context.part('content', index + 1),
            one,
            { ...facts, title: clean(one.title) ?? `${facts.title} (${index + 2})` },
            context,
            `DocumentReference.content[${index + 1}]`,
          )
        : [],
    ),
  ];
}

/**
 * A report, with the results inside it; what it says in full becomes a document, unless a document of the same bundle says
 * it already.
 */
export function mapDiagnosticReport(report: DiagnosticReport, context: MappingContext): MappedRow[] {
  const display = nameOf(report.code);
  if (display === undefined) throw new UnreadableResourceError('DiagnosticReport has no code');
  const effective =
    moment(report.effectiveDateTime, 'DiagnosticReport.effectiveDateTime') ??
    moment(report.effectivePeriod?.start, 'DiagnosticReport.effectivePeriod.start');
  const issued = moment(report.issued, 'DiagnosticReport.issued');
  const performer = context.nameOf(report.performer?.[0]) ?? context.nameOf(report.resultsInterpreter?.[0]);
  const status = closedCode(report.status, 'DiagnosticReport.status', STATUS.diagnosticReport) ?? null;
  const facts: DocumentFacts = {
    title: display,
    typeCode: codeColumns(report.code, LOINC).code,
    typeDisplay: nameOf(report.category?.[0]) ?? null,
    status: 'current',
    writtenAt: (effective ?? issued)?.at ?? null,
    author: performer,
    advanceDirective: false,
  };
  const forms = (report.presentedForm ?? []).filter(({ data }) => data !== undefined && !context.scope.hasText(data));
  return [
    {
      table: 'diagnostic_report',
      id: context.rowId,
      values: {
        needs: context.needs('diagnosticReport'),
        category: nameOf(report.category?.[0]) ?? null,
        ...codeColumns(report.code, LOINC),
        display,
        status,
        effectiveAt: effective?.at ?? null,
        issuedAt: issued?.at ?? null,
        conclusion: clean(report.conclusion) ?? clean((report.conclusionCode ?? []).map(nameOf).join('; ')) ?? null,
        performerName: performer,
        toldByParts: (report.result ?? []).length > 0,
      },
    },
    ...containedResults(report, report.result, context),
    ...forms.flatMap((form, index) =>
      documentRows(
        context.part('form', index),
        form,
        { ...facts, title: clean(form.title) ?? display },
        context,
        `DiagnosticReport.presentedForm[${index}]`,
      ),
    ),
  ];
}

/** A document's row, and a row of the same id with its text or PDF. */
function documentRows(
  id: string,
  attachment: Attachment,
  facts: DocumentFacts,
  context: MappingContext,
  path: string,
): MappedRow[] {
  const needs = context.needs(facts.advanceDirective ? 'advanceDirective' : 'document');
  const body = documentBody(attachment, path);
  const type = attachment.contentType?.split(';', 1)[0]?.trim();
  const row: MappedRow = {
    table: 'document_reference',
    id,
    values: {
      needs,
      ...facts,
      contentType: body?.contentType ?? type ?? null,
      sizeBytes: body?.size ?? attachment.size ?? null,
    },
  };
  return body
    ? [row, { table: 'document_content', id, values: { needs, contentType: body.contentType, body: body.bytes } }]
    : [row];
}
