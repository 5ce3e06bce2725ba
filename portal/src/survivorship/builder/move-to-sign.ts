/** Takes the keyboard to the signature, or to the first line that stops it. */
export const moveToSign = (): void => document.querySelector<HTMLElement>('#sign button')?.focus();
