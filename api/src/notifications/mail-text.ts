/** Subject and text of a mail. What it says is all that a stranger who reads it learns. */
export interface MailText {
  readonly subject: string;
  readonly body: string;
}

const SIGNATURE = [
  '',
  'This mail holds no facts about a patient, on purpose. Do not answer it: nobody reads the answers.',
  'When you hear from Portage, and how, you choose in Portage under Notifications.',
].join('\n');

const items = (count: number, urgent: boolean) =>
  `${count} ${urgent ? 'urgent ' : ''}${count === 1 ? 'item' : 'items'}`;

/** @param link opens the very thread, or the inbox when there are several; signing in comes between and loses nothing */
export function itemsMail(count: number, urgent: boolean, link: string): MailText {
  const what = `You have ${items(count, urgent)} in Portage`;
  return { subject: what, body: [`${what}.`, '', 'Open it:', link, SIGNATURE].join('\n') };
}

/** To whoever is asked because somebody else has not looked. */
export function waitingMail(link: string): MailText {
  const what = 'Something in Portage waits for a colleague of yours';
  return {
    subject: what,
    body: [`${what}, who has not opened it.`, '', 'See what to do:', link, SIGNATURE].join('\n'),
  };
}

export function codeMail(link: string): MailText {
  return {
    subject: 'Confirm this address for Portage',
    body: [
      'Portage will write to this address when something waits for you. Open this link within a day to confirm that it is yours:',
      '',
      link,
      '',
      'If you did not ask for this, do nothing.',
      SIGNATURE,
    ].join('\n'),
  };
}
