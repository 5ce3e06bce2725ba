import { PREVENTION } from './cases-of-prevention.ts';

/**
 * What a follow-up plan must say, written from the sources of the rules and not from the engine.
 * who | rule | today | what was done, with its day, and since when a signed plan asks for it | state | by when (– none)
 * Treatment ended on 31 January 2024 where the person does not say otherwise (`people.ts`).
 */
const SURVEILLANCE = `
# ASCO 2013: visit every 3 to 6 months in years 1 to 3, every 6 to 12 in years 4 and 5, then every year
breast | breast-visit | 2024-02-01 | – | not-yet-due | 2024-07-31
breast | breast-visit | 2024-04-29 | – | not-yet-due | 2024-07-31
breast | breast-visit | 2024-04-30 | – | due | 2024-07-31
breast | breast-visit | 2024-07-31 | – | due | 2024-07-31
breast | breast-visit | 2024-08-01 | – | overdue | 2024-07-31
breast | breast-visit | 2024-08-01 | visit:oncology 2024-05-10 | not-yet-due | 2024-11-10
breast | breast-visit | 2024-08-10 | visit:oncology 2024-05-10 | due | 2024-11-10
breast | breast-visit | 2024-11-11 | visit:oncology 2024-05-10 | overdue | 2024-11-10
breast | breast-visit | 2024-08-01 | visit:primary-care 2024-05-10 | overdue | 2024-07-31
breast | breast-visit | 2024-08-01 | visit:oncology 2024-01-20 | overdue | 2024-07-31
breast | breast-visit | 2027-01-30 | visit:oncology 2026-12-01 | not-yet-due | 2027-06-01
breast | breast-visit | 2027-03-01 | visit:oncology 2027-02-10 | not-yet-due | 2028-02-10
breast | breast-visit | 2027-08-10 | visit:oncology 2027-02-10 | due | 2028-02-10
breast | breast-visit | 2029-02-01 | visit:oncology 2029-01-15 | not-yet-due | 2030-01-15
breast | breast-visit | 2029-03-01 | visit:oncology 2029-02-15 | not-yet-due | 2030-02-15
breast | breast-visit | 2030-01-14 | visit:oncology 2029-02-15 | not-yet-due | 2030-02-15
breast | breast-visit | 2030-01-15 | visit:oncology 2029-02-15 | due | 2030-02-15
breast | breast-visit | 2034-06-01 | visit:oncology 2033-05-01 | overdue | 2034-05-01
breast, palliative intent | breast-visit | 2024-08-01 | – | not-applicable | –
breast, intent not recorded | breast-visit | 2024-08-01 | – | overdue | 2024-07-31
breast, back | breast-visit | 2024-08-01 | – | not-applicable | –
breast, died | breast-visit | 2024-08-01 | – | not-applicable | –
breast, chemotherapy under way | breast-visit | 2024-08-01 | – | not-yet-due | –
breast, treated again to 2025-06-30 | breast-visit | 2025-07-01 | visit:oncology 2025-05-01 | not-yet-due | 2025-12-30
breast, treated again to 2025-06-30 | breast-visit | 2026-01-01 | visit:oncology 2025-05-01 | overdue | 2025-12-30
breast, ended 29 Feb | breast-visit | 2024-08-29 | – | due | 2024-08-29
breast, ended 29 Feb | breast-visit | 2024-08-30 | – | overdue | 2024-08-29
breast, ended 31 Aug | breast-visit | 2025-02-28 | – | due | 2025-02-28
breast, ended 31 Aug | breast-visit | 2025-03-01 | – | overdue | 2025-02-28
breast, ended 31 Dec | breast-visit | 2024-03-31 | – | due | 2024-06-30
breast, ended 31 Dec | breast-visit | 2024-07-01 | – | overdue | 2024-06-30

# ASCO 2013: mammogram every year, the first at least 6 months after radiation
breast | breast-mammogram | 2024-07-30 | – | not-yet-due | 2025-01-31
breast | breast-mammogram | 2024-07-31 | – | due | 2025-01-31
breast | breast-mammogram | 2025-02-01 | – | overdue | 2025-01-31
breast | breast-mammogram | 2025-02-01 | mammogram 2023-09-01 | overdue | 2025-01-31
breast | breast-mammogram | 2025-02-01 | mammogram 2024-09-01 | not-yet-due | 2025-09-01
breast | breast-mammogram | 2025-08-01 | mammogram 2024-09-01 | due | 2025-09-01
breast | breast-mammogram | 2025-09-02 | mammogram 2024-09-01 | overdue | 2025-09-01
breast | breast-mammogram | 2034-02-01 | mammogram 2033-10-05 | not-yet-due | 2034-10-05
breast | breast-mammogram | 2024-04-01 | mammogram 2024-03-01 | not-yet-due | 2025-03-01
breast | breast-mammogram | 2028-03-01 | mammogram 2027-02-28 | overdue | 2028-02-28
breast | breast-mammogram | 2025-02-01 | mammogram 2024-02-29 | due | 2025-02-28
breast, both removed | breast-mammogram | 2025-02-01 | – | not-applicable | –
breast, both removed | breast-chest-wall | 2025-02-01 | – | overdue | 2025-01-31
breast | breast-chest-wall | 2025-02-01 | – | not-applicable | –
breast, operated, chemotherapy under way | breast-mammogram | 2024-09-01 | – | due | 2024-10-02

# ASCO 2013, advised against after breast cancer: markers, bloods, other imaging
breast | breast-no-markers | 2024-06-01 | – | not-yet-due | –
breast, palliative intent | breast-no-markers | 2024-06-01 | – | not-applicable | –

# ASCO 2013: visit and CEA every 3 to 6 months for 5 years
colorectal | colorectal-visit | 2024-04-30 | – | due | 2024-07-31
colorectal | colorectal-cea | 2024-04-29 | – | not-yet-due | 2024-07-31
colorectal | colorectal-cea | 2024-04-30 | – | due | 2024-07-31
colorectal | colorectal-cea | 2024-08-01 | – | overdue | 2024-07-31
colorectal | colorectal-cea | 2024-08-01 | cea 2024-06-15 | not-yet-due | 2024-12-15
colorectal | colorectal-cea | 2024-09-15 | cea 2024-06-15 | due | 2024-12-15
colorectal | colorectal-cea | 2024-08-01 | cea 2024-01-30 | overdue | 2024-07-31
colorectal | colorectal-cea | 2028-12-01 | cea 2028-10-01 | not-yet-due | 2029-04-01
colorectal | colorectal-cea | 2029-01-31 | cea 2028-10-01 | due | 2029-04-01
colorectal | colorectal-cea | 2029-02-10 | cea 2029-01-20 | done | –
colorectal | colorectal-cea | 2029-02-10 | cea 2028-12-01 | done | –
colorectal | colorectal-cea | 2031-01-01 | – | not-applicable | –
colorectal | colorectal-cea | 2031-01-01 | cea 2026-01-01 | not-applicable | –
colorectal, no treatment | colorectal-cea | 2024-06-01 | – | not-yet-due | –

# ASCO 2013: CT of chest and abdomen every year for 3 years
colorectal | colorectal-ct | 2024-12-30 | – | not-yet-due | 2025-01-31
colorectal | colorectal-ct | 2024-12-31 | – | due | 2025-01-31
colorectal | colorectal-ct | 2025-02-01 | – | overdue | 2025-01-31
colorectal | colorectal-ct | 2025-02-01 | ct-chest+ct-abdomen 2025-01-10 | not-yet-due | 2026-01-10
colorectal | colorectal-ct | 2025-02-01 | ct-chest 2025-01-10, ct-abdomen 2025-01-10 | not-yet-due | 2026-01-10
colorectal | colorectal-ct | 2025-02-01 | ct-abdomen 2025-01-10 | overdue | 2025-01-31
colorectal | colorectal-ct | 2025-02-01 | ct-chest 2025-01-10, ct-abdomen 2025-01-11 | overdue | 2025-01-31
colorectal | colorectal-ct | 2026-03-01 | ct-chest+ct-abdomen 2026-02-20 | not-yet-due | 2027-02-20
colorectal | colorectal-ct | 2027-02-10 | ct-chest+ct-abdomen 2027-02-01 | done | –
colorectal | colorectal-ct | 2027-08-01 | – | not-applicable | –

# ASCO 2013: colonoscopy at 1 year, then every 5
colorectal | colorectal-colonoscopy | 2024-12-30 | – | not-yet-due | 2025-01-31
colorectal | colorectal-colonoscopy | 2025-01-15 | – | due | 2025-01-31
colorectal | colorectal-colonoscopy | 2025-02-01 | colonoscopy 2023-06-01 | due | 2025-05-01
colorectal | colorectal-colonoscopy | 2025-02-01 | asked 2024-02-15 | overdue | 2025-01-31
colorectal | colorectal-colonoscopy | 2025-02-01 | asked 2024-02-15, colonoscopy 2023-06-01 | overdue | 2025-01-31
colorectal | colorectal-colonoscopy | 2025-02-01 | colonoscopy 2025-01-20 | not-yet-due | 2030-01-20
colorectal | colorectal-colonoscopy | 2029-12-20 | colonoscopy 2025-01-20 | due | 2030-01-20
colorectal | colorectal-colonoscopy | 2030-01-21 | colonoscopy 2025-01-20 | overdue | 2030-01-20
colorectal | colorectal-colonoscopy | 2025-02-01 | asked 2024-02-15, fit 2025-01-20 | overdue | 2025-01-31
colorectal, whole colon removed | colorectal-colonoscopy | 2025-02-01 | – | not-applicable | –
colorectal | colorectal-no-pet | 2024-06-01 | – | not-yet-due | –

# ACS 2014, ASCO 2015: PSA every 6 to 12 months for 5 years, then every year
prostate | prostate-psa | 2024-07-30 | – | not-yet-due | 2025-01-31
prostate | prostate-psa | 2024-07-31 | – | due | 2025-01-31
prostate | prostate-psa | 2025-02-01 | – | due | 2025-05-01
prostate | prostate-psa | 2025-02-01 | asked 2024-02-15 | overdue | 2025-01-31
prostate | prostate-psa | 2025-04-30 | asked 2025-02-01 | due | 2025-05-01
prostate | prostate-psa | 2025-05-02 | asked 2025-02-01 | overdue | 2025-05-01
prostate | prostate-psa | 2025-02-01 | asked 2025-01-31 | overdue | 2025-01-31
prostate | prostate-psa | 2025-02-01 | psa 2024-08-20 | not-yet-due | 2025-08-20
prostate | prostate-psa | 2025-02-20 | psa 2024-08-20 | due | 2025-08-20
prostate | prostate-psa | 2029-07-01 | psa 2029-03-01 | not-yet-due | 2030-03-01
prostate | prostate-psa | 2030-02-01 | psa 2029-03-01 | due | 2030-03-01
prostate | prostate-psa | 2040-03-02 | psa 2039-03-01 | overdue | 2040-03-01

# ASCO 2020: CT of the chest every 6 months for 2 years, then every year
lung | lung-ct | 2024-06-29 | – | not-yet-due | 2024-07-31
lung | lung-ct | 2024-06-30 | – | due | 2024-07-31
lung | lung-ct | 2024-08-01 | – | overdue | 2024-07-31
lung | lung-ct | 2024-08-01 | ct-chest 2024-07-20 | not-yet-due | 2025-01-20
lung | lung-ct | 2026-03-01 | ct-chest 2026-02-10 | not-yet-due | 2027-02-10
lung | lung-ct | 2026-01-20 | ct-chest 2026-01-10 | not-yet-due | 2026-07-10
lung | lung-no-pet | 2024-06-01 | – | not-yet-due | –

# Lymphoma: visits every 3 months for 2 years, every 6 to year 5; large B-cell: CT at most every 6 months for 2 years
large-cell lymphoma | lymphoma-visit | 2024-04-30 | – | due | 2024-04-30
large-cell lymphoma | lymphoma-visit | 2024-05-01 | – | overdue | 2024-04-30
large-cell lymphoma | lymphoma-visit | 2026-03-01 | visit:oncology 2026-02-15 | not-yet-due | 2026-08-15
large-cell lymphoma | lymphoma-visit | 2029-02-01 | visit:oncology 2029-01-20 | done | –
large-cell lymphoma | lymphoma-ct | 2024-08-01 | – | overdue | 2024-07-31
large-cell lymphoma | lymphoma-ct | 2024-08-01 | pet-ct 2024-07-20 | not-yet-due | 2025-01-20
large-cell lymphoma | lymphoma-ct | 2026-06-01 | – | not-applicable | –
lymphoma, histology not recorded | lymphoma-ct | 2024-07-31 | – | due | 2024-07-31
Hodgkin, chest and neck 30 Gy at 29 | lymphoma-ct | 2024-08-01 | – | not-applicable | –
large-cell lymphoma | lymphoma-bloods-little-worth | 2024-06-01 | – | not-yet-due | –
large-cell lymphoma | lymphoma-no-late-scans | 2024-06-01 | – | not-yet-due | –

# No published schedule in this release: the line says so and has no day
melanoma | melanoma-follow-up | 2024-06-01 | – | not-yet-due | –
gynaecological | gynaecological-follow-up | 2024-06-01 | – | not-yet-due | –
myeloma | myeloma-follow-up | 2024-06-01 | – | not-yet-due | –
in situ | in-situ-follow-up | 2024-06-01 | – | not-yet-due | –
bladder | other-cancer-follow-up | 2024-06-01 | – | not-yet-due | –

# ASCO 2017: echocardiogram 6 to 12 months after the end; doxorubicin 250, epirubicin 600, heart 30 Gy
breast | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, doxorubicin 240 | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, doxorubicin 249 | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, doxorubicin 250 | heart-echocardiogram | 2024-07-30 | – | not-yet-due | 2025-01-31
breast, doxorubicin 250 | heart-echocardiogram | 2024-07-31 | – | due | 2025-01-31
breast, doxorubicin 250 | heart-echocardiogram | 2025-02-01 | – | overdue | 2025-01-31
breast, doxorubicin 250 | heart-echocardiogram | 2025-02-01 | echocardiogram 2024-03-01 | overdue | 2025-01-31
breast, doxorubicin 250 | heart-echocardiogram | 2025-02-01 | echocardiogram 2024-08-15 | done | –
breast, doxorubicin 250 | heart-echocardiogram | 2025-02-01 | lvef 2024-08-15 | done | –
breast, doxorubicin 250 | heart-echocardiogram | 2025-02-01 | muga 2025-01-15 | done | –
breast, doxorubicin, dose not recorded | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
breast, epirubicin 599 | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, epirubicin 600 | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
breast, doxorubicin 240, two risks | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
breast, doxorubicin 240, one risk | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, doxorubicin 240, one risk, smoking not recorded | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
breast, trastuzumab, age 59 | heart-echocardiogram | 2024-09-01 | – | not-applicable | –
breast, trastuzumab, age 60 | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
breast, doxorubicin 100, mediastinum 20 Gy | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
lung, mediastinum 60 Gy | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
lung, mediastinum, dose not recorded | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31
Hodgkin, chest and neck 30 Gy at 29 | heart-echocardiogram | 2024-09-01 | – | due | 2025-01-31

# NCCN 2015: breast screening every year from 8 to 10 years after radiation to the chest, or age 40 if that is first
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2032-01-30 | – | not-yet-due | 2034-01-31
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2032-01-31 | – | due | 2034-01-31
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2034-02-01 | asked 2024-05-01 | overdue | 2034-01-31
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2032-06-01 | mammogram 2032-03-01 | not-yet-due | 2033-03-01
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2032-06-01 | mammogram 2028-03-01 | due | 2034-01-31
Hodgkin, chest and neck 30 Gy at 29 | chest-radiation-breast-screening | 2035-06-01 | mri-breast 2035-03-01 | not-yet-due | 2036-03-01
Hodgkin, chest 30 Gy at 35 | chest-radiation-breast-screening | 2028-05-07 | – | not-yet-due | 2029-05-08
Hodgkin, chest 30 Gy at 35 | chest-radiation-breast-screening | 2028-05-08 | – | due | 2029-05-08
Hodgkin, chest 30 Gy at 45 | chest-radiation-breast-screening | 2024-02-01 | – | due | 2025-01-31
Hodgkin, man, chest 30 Gy | chest-radiation-breast-screening | 2034-02-01 | – | not-applicable | –
Hodgkin, end of radiation not recorded | chest-radiation-breast-screening | 2034-02-01 | – | not-yet-due | –
large-cell lymphoma | chest-radiation-breast-screening | 2034-02-01 | – | not-applicable | –

# NCCN 2015: TSH every year after radiation to the neck
Hodgkin, chest and neck 30 Gy at 29 | neck-radiation-tsh | 2024-12-30 | – | not-yet-due | 2025-01-31
Hodgkin, chest and neck 30 Gy at 29 | neck-radiation-tsh | 2024-12-31 | – | due | 2025-01-31
Hodgkin, chest and neck 30 Gy at 29 | neck-radiation-tsh | 2025-02-01 | tsh 2025-01-05 | not-yet-due | 2026-01-05
Hodgkin, chest 30 Gy at 35 | neck-radiation-tsh | 2025-02-01 | – | not-applicable | –

# PMC7227387, PMC9014377: history and a targeted test by exposure, without an interval
lung, cisplatin | cisplatin-hearing-nerves | 2024-06-01 | – | not-yet-due | –
lung | cisplatin-hearing-nerves | 2024-06-01 | – | not-applicable | –
colorectal, oxaliplatin | oxaliplatin-taxane-nerves | 2024-06-01 | – | not-yet-due | –
breast, paclitaxel | oxaliplatin-taxane-nerves | 2024-06-01 | – | not-yet-due | –
breast, cyclophosphamide | alkylator-marrow-gonads | 2024-06-01 | – | not-yet-due | –
Hodgkin, chest and neck 30 Gy at 29 | bleomycin-lung | 2024-06-01 | – | not-yet-due | –
Hodgkin, chest 30 Gy at 35 | bleomycin-lung | 2024-06-01 | – | not-applicable | –
large-cell lymphoma, steroid and vincristine | steroid-bone-eyes | 2024-06-01 | – | not-yet-due | –
large-cell lymphoma, steroid and vincristine | vinca-nerves | 2024-06-01 | – | not-yet-due | –
lymphoma, ifosfamide, transplant | ifosfamide-kidney | 2024-06-01 | – | not-yet-due | –
lymphoma, ifosfamide, transplant | transplant-late-effects | 2024-06-01 | – | not-yet-due | –
colorectal, pelvis 50 Gy | pelvic-radiation | 2024-06-01 | – | not-yet-due | –
colorectal | pelvic-radiation | 2024-06-01 | – | not-applicable | –
breast, pembrolizumab | immunotherapy-thyroid | 2024-08-01 | – | due | 2024-11-01
breast, pembrolizumab | immunotherapy-thyroid | 2024-08-01 | asked 2024-02-15 | overdue | 2024-07-31
breast, pembrolizumab | immunotherapy-thyroid | 2024-08-01 | tsh 2024-06-01 | not-yet-due | 2024-12-01
`;

export interface Case {
  readonly who: string;
  readonly rule: string;
  readonly today: string;
  readonly done: readonly string[];
  readonly state: string;
  readonly by: string | null;
}

export const CASES: readonly Case[] = `${SURVEILLANCE}${PREVENTION}`
  .split('\n')
  .filter((line) => line.includes('|') && !line.startsWith('#'))
  .map((line) => {
    const [who = '', rule = '', today = '', done = '', state = '', by = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { who, rule, today, done: done === '–' ? [] : done.split(','), state, by: by === '–' ? null : by };
  });
