/** "Extensive" as it stands within a sentence: "extensive". Abbreviations and categories ("IMRT", "pT2") stay as they are. */
export const inSentence = (text: string): string =>
  /^[A-Z][a-z]{2}/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
