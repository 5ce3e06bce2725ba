import { describe, expect, it } from 'vitest';
import type { FamilyGroup } from './family.ts';
import { isInconclusive } from './inconclusive.ts';
import { categoriesIn } from './report-categories.ts';
import { plain } from './words.ts';

const table = (text: string) => text.trim().split('\n');

describe('a test that gave no answer', () => {
  it.each(
    table(`
Inconclusive.
Non-diagnostic
Nondiagnostic due to motion
Not diagnostic
Not performed
Unsatisfactory for evaluation
Technically inadequate
Limited study
Study is limited
Study limited by motion
Repeat is recommended
Repeat advised
Repeat suggested in a week`),
  )('says so, whatever it is: %s', (text) => {
    for (const group of ['chemistry', 'imaging', 'procedure'] as const) expect(isInconclusive(text, group)).toBe(true);
  });

  it.each<[FamilyGroup, string]>([
    ['chemistry', 'Insufficient sample'],
    ['chemistry', 'Specimen hemolyzed'],
    ['chemistry', 'HAEMOLYSED'],
    ['chemistry', 'Hemolysed sample'],
    ['haematology', 'Clotted'],
    ['microbiology', 'Contaminated'],
    ['microbiology', 'No growth; contaminated'],
    ['chemistry', 'QNS'],
    ['chemistry', 'Quantity not sufficient'],
    ['chemistry', 'Specimen rejected'],
    ['chemistry', 'Limited by lipaemia'],
    ['microbiology', 'Indeterminate'],
    ['chemistry', 'No value: error'],
    ['procedure', 'Poor bowel prep'],
    ['procedure', 'Inadequate preparation'],
    ['procedure', 'Incomplete colonoscopy'],
    ['procedure', 'Limited by stool'],
    ['imaging', 'BI-RADS 0: needs additional imaging'],
  ])('says so of %s: %s', (group, text) => {
    expect(isInconclusive(text, group)).toBe(true);
  });

  it.each<[FamilyGroup, string]>([
    ['chemistry', ''],
    ['chemistry', '4.1 mmol/L'],
    ['chemistry', 'Sufficient sample'],
    ['chemistry', '4.1 mmol/L Not hemolyzed'],
    ['chemistry', 'No visible hemolysis'],
    ['chemistry', 'No evidence of contamination'],
    ['chemistry', 'No value: as text'],
    ['imaging', 'Diagnostic study'],
    ['imaging', 'Limited disease'],
    ['imaging', 'Bases limited by motion. No metastasis.'],
    ['imaging', 'Indeterminate renal lesion, unchanged'],
    ['imaging', 'History of renal insufficiency'],
    ['imaging', 'Repeat recommended in 12 months'],
    ['imaging', 'Repeat suggested in 6 to 12 months'],
    ['imaging', 'No need to repeat'],
    ['imaging', 'BI-RADS 1'],
    ['procedure', 'Mitral insufficiency'],
    ['procedure', 'Good preparation, complete to the caecum'],
  ])('does not say so of %s: “%s”', (group, text) => {
    expect(isInconclusive(text, group)).toBe(false);
  });
});

describe('a report’s category', () => {
  it.each<[string, string[]]>([
    ['BI-RADS 0', ['incomplete']],
    ['BIRADS Category 1: negative', ['normal']],
    ['BI-RADS assessment category 2', ['normal']],
    ['Left BI-RADS 2, right BI-RADS 4a', ['normal', 'abnormal']],
    ['Lung-RADS 4A', ['abnormal']],
    ['PI-RADS score 3', ['abnormal']],
    ['BI-RADS 2, previously BI-RADS 4', ['normal']],
    ['The prior BI-RADS 3 finding is gone', []],
    ['4 mm nodule', []],
    ['RADS 4', []],
  ])('in “%s”: %j', (text, said) => {
    expect(categoriesIn(plain(text))).toEqual(said);
  });
});
