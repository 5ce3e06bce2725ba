import type { Consent } from 'fhir/r4';
import { allCodesOf, codesOf, nameOf, wordsOf } from '../fhir/concepts.ts';
import { isPast, moment } from '../fhir/dates.ts';
import { UnreadableResourceError } from '../fhir/unreadable.ts';
import { closedCode } from '../fhir/values.ts';
import type { RowValues } from '../writing/tables.ts';
import type { MappingContext } from './context.ts';
import type { MappedRow } from './mapped.ts';
import { STATUS } from './statuses.ts';

type Kind = RowValues['consent']['kind'];

const DIRECTIVES = ['acd', 'hcd', 'polst', '42348-3', '59284-0', '64292-6'];
const NEED = {
  'code-status': 'codeStatus',
  'advance-directive': 'advanceDirective',
  privacy: 'privacyConsent',
  other: 'otherConsent',
} as const;

/** @throws {UnreadableResourceError} when it denies what cannot be held back: what is not enforced must not pass for taken in. */
export function mapConsent(consent: Consent, context: MappingContext): MappedRow[] {
  const kind = consentKind(consent);
  refusePartialDenial(consent);
  return [
    {
      table: 'consent',
      id: context.rowId,
      values: {
        needs: context.needs(NEED[kind]),
        kind,
        display:
          (consent.category ?? []).map(nameOf).find((name) => name !== undefined) ?? nameOf(consent.scope) ?? 'Consent',
        status: closedCode(consent.status, 'Consent.status', STATUS.consent) ?? null,
        // A denial that names nobody denies everybody: access/ asks for exactly this word.
        provision: isBlanketDenial(consent) ? 'deny-all' : (consent.provision?.type ?? null),
        decidedAt:
          (
            moment(consent.dateTime, 'Consent.dateTime') ??
            moment(consent.provision?.period?.start, 'Consent.provision.period.start')
          )?.at ?? null,
      },
    },
  ];
}

export function consentKind(consent: Consent): Kind {
  const scope = codesOf(consent.scope).map(({ code }) => code);
  const categories = allCodesOf(consent.category).map(({ code }) => code ?? '');
  if (scope.includes('patient-privacy')) return 'privacy';
  if (!scope.includes('adr')) return 'other';
  if (categories.includes('dnr') || /resuscit/.test(wordsOf(...(consent.category ?? [])))) return 'code-status';
  return categories.some((code) => DIRECTIVES.includes(code)) ? 'advance-directive' : 'other';
}

export const isPrivacyInForce = (consent: Consent): boolean =>
  consentKind(consent) === 'privacy' && consent.status === 'active' && !isPast(consent.provision?.period?.end);

/** A privacy consent in force that denies and says not to whom. */
export const isBlanketDenial = (consent: Consent): boolean =>
  isPrivacyInForce(consent) && consent.provision?.type === 'deny' && !consent.provision.actor?.length;

/**
 * A denial holds back a record from whom it names, or from everybody. One of some classes or labels of a record
 * that names nobody, and one that is an exception to a permission, would hold back nothing.
 */
function refusePartialDenial(consent: Consent): void {
  const { provision } = consent;
  if (!provision || !isPrivacyInForce(consent)) return;
  const isOfPart = Boolean(provision.class?.length) || Boolean(provision.securityLabel?.length);
  if (isBlanketDenial(consent) && isOfPart) {
    throw new UnreadableResourceError(
      'Consent denies a class or label and names no actor: name whom it denies, deny the whole record, or label the resources themselves',
    );
  }
  if (provision.type !== 'deny' && (provision.provision ?? []).some(({ type }) => type === 'deny')) {
    throw new UnreadableResourceError(
      'Consent denies within a permission: give each denial as a Consent of its own that names whom it denies',
    );
  }
}
