import { describe, expect, test } from 'vitest';
import { ABOUT_ROSA, coded, rowsIn } from '#test/ingest/mapped.ts';
import { LOINC } from '../fhir/systems.ts';
import { plainText } from './attachment.ts';

const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64');
const document = (attachment: object, more: object = {}) =>
  ({
    resourceType: 'DocumentReference',
    status: 'current',
    ...ABOUT_ROSA,
    type: coded(LOINC, '11506-3', 'Progress note'),
    content: [{ attachment }],
    ...more,
  }) as never;
const textOf = (resource: never) =>
  rowsIn('document_content', resource).map(({ body }) => Buffer.from(body.slice(2), 'hex').toString('utf8'));

describe('a document', () => {
  test('in plain text is kept as it is', () => {
    expect(
      textOf(document({ contentType: 'text/plain; charset=utf-8', data: base64('Señora Benally\nis well.') })),
    ).toEqual(['Señora Benally\nis well.']);
  });

  test('as a page is kept as what it says', () => {
    expect(
      textOf(
        document({
          contentType: 'text/html',
          data: base64(
            '<html><head><title>x</title></head><p>Fever &gt; 38&nbsp;°C:</p><ul><li>call</li></ul><script>alert(1)</script>',
          ),
        }),
      ),
    ).toEqual(['Fever > 38 °C:\ncall']);
  });

  test('in an old encoding becomes UTF-8, without NUL', () => {
    expect(textOf(document({ contentType: 'text/plain', data: base64(Buffer.from('Se\xf1ora\0', 'latin1')) }))).toEqual(
      ['Señora'],
    );
  });

  test('as PDF is kept whole; as anything else, or by address only, the title is', () => {
    expect(
      rowsIn('document_content', document({ contentType: 'application/pdf', data: base64('%PDF-1.7') })),
    ).toMatchObject([{ contentType: 'application/pdf' }]);
    expect(rowsIn('document_content', document({ contentType: 'image/png', data: base64('x') }))).toEqual([]);
    expect(
      rowsIn(
        'document_reference',
        document({ contentType: 'application/pdf', url: 'https://x.example/1', title: 'Discharge' }),
      ),
    ).toMatchObject([{ title: 'Discharge', contentType: 'application/pdf' }]);
  });

  test('whose data is no base64 is refused', () => {
    expect(() => textOf(document({ contentType: 'text/plain', data: '%%%' }))).toThrow(
      'DocumentReference.content[0].data is not base64',
    );
  });

  test('that directs care in advance is palliative', () => {
    const [row] = rowsIn('document_reference', document({}, { type: coded(LOINC, '42348-3', 'Advance directives') }));
    expect(row).toMatchObject({ advanceDirective: true, needs: ['palliative'] });
  });
});

describe('a report', () => {
  const report = {
    resourceType: 'DiagnosticReport',
    status: 'final',
    ...ABOUT_ROSA,
    code: coded(LOINC, '34117-2', 'History and physical note'),
    effectiveDateTime: '2022-02-12',
    presentedForm: [{ contentType: 'text/plain', data: base64('# Chief complaint') }],
  };

  test('has a document of what it says in full', () => {
    expect(rowsIn('diagnostic_report', report as never)).toMatchObject([{ display: 'History and physical note' }]);
    expect(rowsIn('document_reference', report as never)).toMatchObject([
      { title: 'History and physical note', needs: ['documents'], sizeBytes: 17 },
    ]);
    expect(textOf(report as never)).toEqual(['# Chief complaint']);
  });

  test('does not repeat a document that was sent beside it', () => {
    const beside = document({ contentType: 'text/plain', data: base64('# Chief complaint') }, { id: 'beside' });
    expect(rowsIn('document_reference', report as never, beside)).toEqual([]);
  });
});

test('markup is taken off', () => {
  expect(plainText('<div>1 &lt; 2<br/>&#x41;&unknown;</div>')).toBe('1 < 2\nA&unknown;');
});
