/**
 * Which part of the body an ICD-10-CM cancer code means, by ranges of its first three characters.
 * Source: ICD-10-CM FY2026 tabular list, chapter 2 (NCHS/CMS, public domain). Names are short ones of ours.
 */
const SITES: readonly [first: string, last: string, site: string][] = [
  ['C00', 'C14', 'Head and neck'],
  ['C15', 'C15', 'Esophagus'],
  ['C16', 'C16', 'Stomach'],
  ['C17', 'C17', 'Small intestine'],
  ['C18', 'C18', 'Colon'],
  ['C19', 'C20', 'Rectum'],
  ['C21', 'C21', 'Anus'],
  ['C22', 'C22', 'Liver'],
  ['C23', 'C24', 'Biliary tract'],
  ['C25', 'C25', 'Pancreas'],
  ['C26', 'C26', 'Digestive organs'],
  ['C30', 'C32', 'Head and neck'],
  ['C33', 'C34', 'Lung'],
  ['C37', 'C38', 'Mediastinum'],
  ['C40', 'C41', 'Bone'],
  ['C43', 'C44', 'Skin'],
  ['C45', 'C45', 'Mesothelium'],
  ['C46', 'C47', 'Soft tissue'],
  ['C48', 'C48', 'Peritoneum'],
  ['C49', 'C49', 'Soft tissue'],
  ['C4A', 'C4A', 'Skin'],
  ['C50', 'C50', 'Breast'],
  ['C51', 'C52', 'Vulva and vagina'],
  ['C53', 'C53', 'Cervix'],
  ['C54', 'C55', 'Uterus'],
  ['C56', 'C57', 'Ovary'],
  ['C58', 'C58', 'Placenta'],
  ['C60', 'C60', 'Penis'],
  ['C61', 'C61', 'Prostate'],
  ['C62', 'C62', 'Testis'],
  ['C64', 'C65', 'Kidney'],
  ['C66', 'C66', 'Ureter'],
  ['C67', 'C67', 'Bladder'],
  ['C69', 'C69', 'Eye'],
  ['C70', 'C72', 'Brain and nervous system'],
  ['C73', 'C73', 'Thyroid'],
  ['C74', 'C75', 'Endocrine glands'],
  ['C81', 'C86', 'Lymphoma'],
  ['C88', 'C88', 'Lymphoma'],
  ['C90', 'C90', 'Myeloma'],
  ['C91', 'C95', 'Leukemia'],
  ['D01', 'D01', 'Bowel'],
  ['D02', 'D02', 'Lung'],
  ['D03', 'D04', 'Skin'],
  ['D05', 'D05', 'Breast'],
  ['D06', 'D06', 'Cervix'],
  ['D09', 'D09', 'Bladder'],
];

/** Where a secondary cancer sits; its own ranges, because C77–C79 name the target organ. */
const SECONDARY_SITES: readonly [prefix: string, site: string][] = [
  ['C77', 'Lymph nodes'],
  ['C78.0', 'Lung'],
  ['C78.2', 'Pleura'],
  ['C78.5', 'Bowel'],
  ['C78.6', 'Peritoneum'],
  ['C78.7', 'Liver'],
  ['C79.3', 'Brain and nervous system'],
  ['C79.4', 'Nervous system'],
  ['C79.5', 'Bone'],
  ['C79.6', 'Ovary'],
  ['C79.7', 'Adrenal gland'],
  ['C79.8', 'Other site'],
];

/** Words by which a diagnosis names its site, the more telling first. */
const WORDS: readonly [words: RegExp, site: string][] = [
  [/lymphoma|hodgkin/, 'Lymphoma'],
  [/myeloma|plasma cell/, 'Myeloma'],
  [/leuk(a)?emia/, 'Leukemia'],
  [/melanoma/, 'Skin'],
  [/breast/, 'Breast'],
  [/prostat/, 'Prostate'],
  [/rect(um|al)|rectosigmoid/, 'Rectum'],
  [/colon|colorectal|sigmoid|ca?ecum/, 'Colon'],
  [/\blung|bronch|pulmon/, 'Lung'],
  [/bladder|urothelial/, 'Bladder'],
  [/pancrea/, 'Pancreas'],
  [/ovar/, 'Ovary'],
  [/endometri|uter(us|ine)/, 'Uterus'],
  [/cervi(x|cal)/, 'Cervix'],
  [/stomach|gastric/, 'Stomach'],
  [/o?esophag/, 'Esophagus'],
  [/liver|hepato|hepatic/, 'Liver'],
  [/kidney|renal/, 'Kidney'],
  [/thyroid/, 'Thyroid'],
  [/brain|glio|cerebr|astrocytoma/, 'Brain and nervous system'],
  [/testi/, 'Testis'],
  [/\bbone|skelet/, 'Bone'],
  [/lymph node/, 'Lymph nodes'],
  [/\blip\b|tongue|mouth|pharyn|laryn|tonsil|head and neck/, 'Head and neck'],
  [/\bskin/, 'Skin'],
];

/** The site that an ICD-10-CM cancer code names. */
export function siteOfIcd10(code: string): string | undefined {
  const secondary = SECONDARY_SITES.find(([prefix]) => code.startsWith(prefix));
  if (secondary) return secondary[1];
  const head = code.slice(0, 3);
  return SITES.find(([first, last]) => head >= first && head <= last)?.[2];
}

/** The site that a diagnosis's lower-case words name. */
export const siteOfWords = (words: string): string | undefined => WORDS.find(([form]) => form.test(words))?.[1];
