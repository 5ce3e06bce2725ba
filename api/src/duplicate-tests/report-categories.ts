type Category = 'incomplete' | 'normal' | 'abnormal';

/** "BI-RADS category 4a", of words as `plain` writes them; what was found earlier does not count. */
const RADS =
  /(?<!\b(prior|previous|previously|was) )\b(?:bi|lung|li|pi|ti|o|c) ?rads(?: (?:category|assessment|score))* ?([0-6])/g;

/** What the reporting systems of radiology (BI-RADS, Lung-RADS and the like) say in figures: 0 asks for more, 1 and 2 are benign. */
export const categoriesIn = (words: string): Category[] =>
  [...words.matchAll(RADS)].map(([, , figure]) =>
    figure === '0' ? 'incomplete' : Number(figure) <= 2 ? 'normal' : 'abnormal',
  );
