import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, rowsIn } from '#test/ingest/mapped.ts';

describe('where a vaccine was given', () => {
  const hall = { resourceType: 'Organization', id: 'hall', name: 'Alder Street' };
  const nurse = { resourceType: 'PractitionerRole', id: 'nurse', organization: { reference: 'Organization/hall' } };
  const placeOf = (more: object) =>
    rowsIn(
      'immunization',
      {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: coded('http://hl7.org/fhir/sid/cvx', '140', 'Influenza'),
        patient: ABOUT_ROSA.subject,
        ...more,
      } as never,
      hall as never,
      nurse as never,
    )[0]?.performerName;
  const by = (actor: object, code = 'AP') => ({
    function: coded('http://terminology.hl7.org/CodeSystem/v2-0443', code),
    actor,
  });
  const pharmacy = { location: { display: 'Pharmacy on Main Street' } };

  test.each([
    ['the institution that gave it', { performer: [by({ reference: 'Organization/hall' })] }, 'Alder Street'],
    [
      'the institution of who gave it',
      { performer: [by({ reference: 'PractitionerRole/nurse', display: 'Sam Ortiz' })] },
      'Alder Street',
    ],
    [
      'the place, where no institution is named',
      { performer: [by({ display: 'Sam Ortiz' })], ...pharmacy },
      'Pharmacy on Main Street',
    ],
    ['who gave it, where no place is named', { performer: [by({ display: 'Sam Ortiz' })] }, 'Sam Ortiz'],
    [
      'not that of who only ordered it',
      { performer: [by({ reference: 'Organization/hall' }, 'OP')], ...pharmacy },
      'Pharmacy on Main Street',
    ],
    ['not known where nobody says', {}, null],
  ])('is %s', (_, more, place) => expect(placeOf(more)).toBe(place));
});
