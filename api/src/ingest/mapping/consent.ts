import type { Consent } from 'fhir/r4';
import { allCodesOf, codesOf, nameOf, wordsOf } from '../fhir/concepts.ts';
import { moment } from '../fhir/dates.ts';
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

export function mapConsent(consent: Consent, context: MappingContext): MappedRow[] {
  const kind = consentKind(consent);
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

/** A privacy consent in force that denies and says not to whom. */
export function isBlanketDenial(consent: Consent): boolean {
  return (
    consentKind(consent) === 'privacy' &&
    consent.status === 'active' &&
    consent.provision?.type === 'deny' &&
    !consent.provision.actor?.length &&
    !consent.provision.class?.length &&
    !consent.provision.securityLabel?.length
  );
}
