import { describe, expect, it } from 'vitest';
import { attachmentType } from './content-type.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n');
const CDA =
  '<?xml version="1.0"?>\n<!-- summary -->\n<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Summary</title></ClinicalDocument>';

describe('a file is what its content says', () => {
  it.each([
    ['scan.pdf', PDF, 'application/pdf'],
    ['SCAN.PDF', PDF, 'application/pdf'],
    ['film.png', PNG, 'image/png'],
    ['film.jpeg', JPEG, 'image/jpeg'],
    ['note.txt', 'Eats well. Ünïcode, tabs\tand\r\nlines.', 'text/plain'],
    ['list.txt', '[x] seen, < 3 cm', 'text/plain'],
    ['summary.xml', CDA, 'application/hl7-cda+xml'],
    ['bundle.json', '{"resourceType":"Bundle","entry":[]}', 'application/fhir+json'],
  ])('%s', async (name, body, type) => {
    expect(await attachmentType(name, Buffer.from(body))).toEqual({ type });
  });
});

describe('a file that lies about what it is', () => {
  it.each([
    ['a page as a picture', 'film.png', '<html><script>alert(1)</script>', 'type-not-allowed'],
    ['a picture as a PDF', 'scan.pdf', PNG, 'type-mismatch'],
    ['a PDF as a text', 'note.txt', PDF, 'type-mismatch'],
    ['a text as a PDF', 'scan.pdf', 'only words', 'type-mismatch'],
    ['a summary as a text', 'note.txt', CDA, 'type-mismatch'],
    [
      'a drawing that runs script',
      'film.xml',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'type-not-allowed',
    ],
    ['a page called a summary', 'summary.xml', '<html xmlns="urn:hl7-org:v3"/>', 'type-not-allowed'],
    [
      'a summary with entities',
      'summary.xml',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${CDA}`,
      'type-not-allowed',
    ],
    ['a program', 'setup.exe', Buffer.from('4d5a90000300', 'hex'), 'type-not-allowed'],
    ['a program as a text', 'note.txt', Buffer.from('4d5a90000300', 'hex'), 'type-not-allowed'],
    ['an archive as a text', 'note.txt', Buffer.from('504b0304140000000800', 'hex'), 'type-not-allowed'],
    ['JSON that is no resource', 'data.json', '{"a":1}', 'type-mismatch'],
    ['JSON that is broken', 'data.json', '{"resourceType":', 'type-mismatch'],
    ['a name without an ending', 'note', 'words', 'type-not-allowed'],
    ['a page by name', 'index.html', 'only words', 'type-not-allowed'],
  ])('%s is not taken', async (_, name, body, refusal) => {
    expect(await attachmentType(name, Buffer.from(body))).toEqual({ refusal });
  });
});
