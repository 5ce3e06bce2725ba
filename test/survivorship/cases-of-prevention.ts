/** The second half of the table of `cases.ts`: what is not for a return of the cancer, and who has two or none. */
export const PREVENTION = `
# Bone density at the beginning of an aromatase inhibitor or androgen deprivation, then every 2 years
breast, on anastrozole | bone-density | 2024-02-20 | – | due | 2024-05-15
breast, on anastrozole | bone-density | 2024-05-16 | – | due | 2024-08-16
breast, on anastrozole | bone-density | 2024-05-16 | asked 2024-02-20 | overdue | 2024-05-15
breast, on anastrozole | bone-density | 2024-06-01 | bone-density 2023-11-20 | not-yet-due | 2025-11-20
breast, on anastrozole | bone-density | 2024-06-01 | bone-density 2024-03-31 | not-yet-due | 2026-03-31
breast, on anastrozole | bone-density | 2026-02-28 | bone-density 2024-03-31 | due | 2026-03-31
breast, on tamoxifen | bone-density | 2024-06-01 | – | not-applicable | –
prostate, on leuprolide | bone-density | 2024-02-20 | – | due | 2024-03-01
prostate | bone-density | 2024-02-20 | – | not-applicable | –
breast, on anastrozole | endocrine-therapy | 2024-06-01 | – | not-yet-due | –

# Screening for other cancers, by age and sex; from memory, the centre verifies
colorectal | screen-colorectal | 2024-06-01 | – | absent | –
breast | screen-breast | 2024-06-01 | – | absent | –
breast | screen-colorectal | 2024-06-01 | – | due | 2025-01-31
breast | screen-colorectal | 2024-06-01 | colonoscopy 2019-05-05 | not-yet-due | 2029-05-05
breast | screen-colorectal | 2025-02-01 | colonoscopy 2012-05-05 | overdue | 2025-01-31
breast | screen-colorectal | 2024-06-01 | fit 2024-03-01 | not-yet-due | 2025-03-01
breast | screen-colorectal | 2025-02-10 | fit 2024-03-01 | due | 2025-03-01
breast, born 1987 | screen-colorectal | 2024-06-01 | – | not-yet-due | 2033-03-10
breast, born 1958 | screen-colorectal | 2034-03-09 | – | due | 2034-06-09
breast, born 1958 | screen-colorectal | 2034-03-09 | asked 2024-02-15 | overdue | 2025-01-31
breast, born 1958 | screen-colorectal | 2034-03-10 | – | not-applicable | –
breast, birth date not recorded | screen-colorectal | 2024-06-01 | – | not-yet-due | –
breast | screen-cervix | 2024-06-01 | cervical-cytology 2023-01-10 | not-yet-due | 2026-01-10
breast | screen-cervix | 2024-06-01 | hpv-test 2023-01-10 | not-yet-due | 2028-01-10
breast, cervix removed | screen-cervix | 2024-06-01 | – | not-applicable | –
colorectal | screen-cervix | 2024-06-01 | – | not-applicable | –
melanoma | screen-breast | 2024-06-01 | mammogram 2023-06-15 | not-yet-due | 2025-06-15
breast, smoked | screen-lung | 2024-06-01 | – | not-yet-due | –
breast, chemotherapy under way | screen-colorectal | 2024-06-01 | – | not-yet-due | –
Hodgkin, chest 30 Gy at 45 | screen-breast | 2024-06-01 | – | not-applicable | –
gynaecological | screen-cervix | 2024-06-01 | – | absent | –
breast | screen-lung | 2024-06-01 | – | not-applicable | –
man of 60 with melanoma | screen-prostate | 2024-06-01 | – | not-yet-due | –
man of 60 with bladder cancer, prostate removed | screen-prostate | 2024-06-01 | – | not-applicable | –
breast, born 29 Feb 1984 | screen-colorectal | 2029-02-27 | – | not-yet-due | 2030-02-28
breast, born 29 Feb 1984 | screen-colorectal | 2029-02-28 | – | due | 2030-02-28

# Done elsewhere, for all that is recorded: who is asked after the day has three months from the first signature
breast | vaccine-tetanus | 2026-11-22 | – | due | 2027-02-22
breast | vaccine-tetanus | 2027-02-22 | asked 2026-11-22 | due | 2027-02-22
breast | vaccine-tetanus | 2027-02-23 | asked 2026-11-22 | overdue | 2027-02-22
breast | vaccine-tetanus | 2027-02-23 | asked 2026-11-22, vaccine:tetanus 2020-06-06 | not-yet-due | 2030-06-06
breast | vaccine-tetanus | 2026-11-22 | vaccine:tetanus 2010-06-06 | overdue | 2026-01-31
breast | screen-colorectal | 2026-11-22 | – | due | 2027-02-22
breast | screen-cervix | 2026-11-30 | asked 2026-11-30 | due | 2027-02-28
breast, diabetes | diabetes-hba1c | 2026-11-22 | – | due | 2027-02-22
# What oncology does itself is recorded where oncology works: nothing recorded is not done
breast | breast-visit | 2026-11-22 | asked 2026-11-22 | overdue | 2024-07-31

# Influenza by the northern season, September to March; a season that was missed is not made up for
# Immunisations; live vaccines wait for the oncologist
breast | vaccine-influenza | 2024-02-01 | – | due | 2024-03-31
breast | vaccine-influenza | 2024-03-31 | – | due | 2024-03-31
breast | vaccine-influenza | 2024-04-01 | – | not-yet-due | 2025-03-31
breast | vaccine-influenza | 2024-08-31 | – | not-yet-due | 2025-03-31
breast | vaccine-influenza | 2024-09-01 | – | due | 2025-03-31
breast | vaccine-influenza | 2025-01-15 | asked 2024-02-01 | due | 2025-03-31
breast | vaccine-influenza | 2025-04-01 | asked 2024-02-01 | not-yet-due | 2026-03-31
breast | vaccine-influenza | 2024-06-01 | vaccine:influenza 2024-10-05 | not-yet-due | 2025-03-31
breast | vaccine-influenza | 2024-02-01 | vaccine:influenza 2023-10-05 | not-yet-due | 2025-03-31
breast | vaccine-influenza | 2024-10-15 | vaccine:influenza 2024-06-30 | due | 2025-03-31
breast | vaccine-influenza | 2024-10-15 | vaccine:influenza 2024-07-01 | not-yet-due | 2026-03-31
breast | vaccine-influenza | 2025-03-01 | vaccine:influenza 2024-10-05 | not-yet-due | 2026-03-31
breast | vaccine-influenza | 2025-08-31 | vaccine:influenza 2025-02-10 | not-yet-due | 2026-03-31
breast | vaccine-influenza | 2025-10-06 | vaccine:influenza 2024-10-05 | due | 2026-03-31
breast | vaccine-influenza | 2028-05-01 | vaccine:influenza 2024-10-05 | not-yet-due | 2029-03-31
breast, ended 29 Feb | vaccine-influenza | 2024-03-15 | – | due | 2024-03-31
breast | vaccine-pneumococcal | 2024-06-01 | – | due | 2025-01-31
breast | vaccine-pneumococcal | 2024-06-01 | vaccine:pneumococcal 2019-05-01 | done | –
breast, born 1987 | vaccine-zoster | 2024-06-01 | – | not-applicable | –
lymphoma, ifosfamide, transplant | vaccine-zoster | 2024-06-01 | – | due | 2025-01-31
breast | vaccine-tetanus | 2024-06-01 | vaccine:tetanus 2020-02-02 | not-yet-due | 2030-02-02
breast | vaccine-live | 2024-06-01 | – | not-yet-due | –
breast | vaccine-covid-19 | 2024-06-01 | vaccine:covid-19 2024-01-05 | not-yet-due | –
breast, back | vaccine-influenza | 2024-06-01 | – | not-applicable | –

# Comorbidities, heart, and what goes on when the cancer is back
breast, diabetes | diabetes-hba1c | 2024-06-01 | hba1c 2024-01-10 | due | 2024-07-31
breast, diabetes | diabetes-hba1c | 2024-06-01 | hba1c 2024-05-20 | not-yet-due | 2024-11-20
breast, diabetes | diabetes-hba1c | 2024-12-01 | hba1c 2024-05-20 | overdue | 2024-11-20
breast | diabetes-hba1c | 2024-06-01 | – | not-applicable | –
breast, hypertension | hypertension-pressure | 2024-06-01 | systolic-blood-pressure 2024-05-20 | not-yet-due | 2024-11-20
breast, hypertension | heart-blood-pressure | 2024-06-01 | – | not-applicable | –
breast, doxorubicin 250 | heart-blood-pressure | 2024-09-01 | – | due | 2025-01-31
breast, doxorubicin 250 | heart-lipids | 2024-09-01 | ldl 2024-03-03 | not-yet-due | 2025-03-03
breast, smoked | tobacco | 2024-06-01 | – | not-yet-due | –
breast, smoking not recorded | tobacco | 2024-06-01 | – | not-yet-due | –
breast | tobacco | 2024-06-01 | – | not-applicable | –
breast, on anastrozole | bone-vitamin-d | 2024-06-01 | – | not-yet-due | –
breast | bone-vitamin-d | 2024-06-01 | – | not-applicable | –
breast, diabetes | diabetes-urine | 2024-06-01 | urine-acr 2023-09-01 | not-yet-due | 2025-01-31
breast, diabetes | diabetes-urine | 2025-09-02 | urine-acr 2024-09-01 | overdue | 2025-09-01
breast | intimacy-fertility | 2024-06-01 | – | not-yet-due | –
breast | work-money | 2024-06-01 | – | not-yet-due | –
breast | movement-weight | 2024-06-01 | – | not-yet-due | –
breast, died | movement-weight | 2024-06-01 | – | not-applicable | –
breast, back | distress | 2024-06-01 | – | not-yet-due | –
breast, back | signs-of-return | 2024-06-01 | – | not-applicable | –

# Two cancers at once: the lines of both. No diagnosis: only what is for everybody
breast and colon | breast-visit | 2024-08-01 | – | overdue | 2024-07-31
breast and colon | colorectal-cea | 2024-08-01 | – | overdue | 2024-07-31
breast and colon | screen-colorectal | 2024-08-01 | – | due | 2025-01-31
no diagnosis | breast-visit | 2024-08-01 | – | absent | –
no diagnosis | vaccine-influenza | 2024-08-01 | – | not-yet-due | –
no diagnosis | distress | 2024-08-01 | – | not-yet-due | –
`;
