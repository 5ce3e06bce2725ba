import { describe, expect, it } from 'vitest';
import { contrastIn, lateralityIn, plain, type Contrast, type Laterality } from './words.ts';

describe('names are compared in plain words', () => {
  it.each([
    ['  Hémoglobine   A1c ', 'hemoglobine a1c'],
    ['CT Abdomen & Pelvis', 'ct abdomen and pelvis'],
    ['Albumin/Creatinine', 'albumin creatinine'],
    ['CA 27.29', 'ca 27.29'],
    ['C. difficile', 'c difficile'],
    ['Bilirubin.total', 'bilirubin total'],
    ['Vit. D 25.', 'vit d 25'],
    ['.5 mg', '5 mg'],
    ['—', ''],
  ])('%s', (text, words) => {
    expect(plain(text)).toBe(words);
  });
});

describe('the side', () => {
  it.each<[string, Laterality | undefined]>([
    ['X-ray left knee', 'left'],
    ['XR KNEE LT', 'left'],
    ['MRI L KNEE', 'left'],
    ['XR Shoulder L', 'left'],
    ['US L breasts', 'left'],
    ['MRI right hip', 'right'],
    ['US BREAST RT', 'right'],
    ['MRI R ankle', 'right'],
    ['XR Hand R', 'right'],
    ['MAM SCREENING BILAT', 'bilateral'],
    ['XR both knees', 'bilateral'],
    ['XR bi hips', 'bilateral'],
    ['Knees, left and right', 'bilateral'],
    ['MRI L spine', undefined],
    ['R factor', undefined],
    ['Thyrotropin by Detection limit <= 0.05 mIU/L', undefined],
    ['Sodium mmol/L', undefined],
    ['Platelets 10*9/L', undefined],
    ['CT chest', undefined],
    ['Leftover specimen', undefined],
  ])('in “%s”: %s', (text, side) => {
    expect(lateralityIn(text)).toBe(side);
  });
});

describe('the use of contrast', () => {
  it.each<[string, Contrast | undefined]>([
    ['MRI brain with and without contrast', 'both'],
    ['MRI brain without and with contrast', 'both'],
    ['MR BRAIN W WO', 'both'],
    ['MR BRAIN WO/W', 'both'],
    ['CT ABD W/WO CON', 'both'],
    ['MRI W AND W/O CONTRAST', 'both'],
    ['CT liver pre and post contrast', 'both'],
    ['CT head without contrast', 'without'],
    ['CT head w/o contrast', 'without'],
    ['CT HEAD WO', 'without'],
    ['CT HEAD W/O', 'without'],
    ['CT urogram without', 'without'],
    ['CT abdomen no oral contrast', 'without'],
    ['CT chest non-contrast', 'without'],
    ['CT chest noncontrast', 'without'],
    ['CT abdomen, unenhanced', 'without'],
    ['Plain CT of the head', 'without'],
    ['CT WO IV CON', 'without'],
    ['CT CHEST W CONTRAST', 'with'],
    ['CT ABD/PELVIS W IV CON', 'with'],
    ['CT with IV dye', 'with'],
    ['CTA chest', 'with'],
    ['CT ANGIO CHEST PE PROTOCOL', 'with'],
    ['MRI with gad', 'with'],
    ['Contrast enhanced MRI', 'with'],
    ['Gadolinium MRI', 'with'],
    ['CT chest', undefined],
    ['MR angiogram, W views', undefined],
    ['CT wo chest', undefined],
  ])('in “%s”: %s', (text, contrast) => {
    expect(contrastIn(text)).toBe(contrast);
  });
});
