/** Lower case without accents, as `patient.name_search` is stored and searched: who types "adan" means Adán. */
export const foldName = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
