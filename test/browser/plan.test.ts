import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateWords, isoDay } from '#portal/ui/dates.ts';
import { openPatient, openPortal, violations, type Portal, type Reader } from '#test/browser/kit/portal.ts';

// One plan from draft to answers, in the order in which it happens: each part starts where the one before ended.
const PATIENT = 'TANAKA';

let portal: Portal;
let oncologist: Reader;
let physician: Reader;
/** /patients/<id> */
let address: string;
beforeAll(async () => {
  portal = await openPortal();
  oncologist = await portal.reader();
  await oncologist.signIn('oncologist');
  await openPatient(oncologist, PATIENT);
  address = new URL(oncologist.page.url()).pathname;
  physician = await portal.reader();
  await physician.signIn('pcp');
});
afterAll(() => portal?.close());

const view = (name: string): string => `${address}/plan?view=${name}`;
const shown = async ({ page }: Reader, path: string): Promise<Page> => {
  await page.goto(path);
  await page.locator('.plan-head').waitFor();
  await page.locator('.loading').waitFor({ state: 'detached' });
  return page;
};
const own = (page: Page) => page.getByRole('region', { name: /^You: \d+ lines/ });

describe('before there is a plan', () => {
  it('says so to the physician, and who writes one', async () => {
    const { page } = physician;
    await page.goto(`${address}/plan`);
    await page.getByText('There is no follow-up plan for this patient yet.').waitFor();
    expect(await page.getByText('Oncology writes one at the end of treatment').count()).toBe(1);
    expect(await page.getByRole('button', { name: /draft/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it('is not asked for by a role that does not read plans', async () => {
    const navigator = await portal.reader();
    await navigator.signIn('navigator');
    await openPatient(navigator);
    await navigator.page.getByRole('link', { name: 'Plan', exact: true }).click();
    await navigator.page.getByText('does not read the follow-up plan').waitFor();
    expect(navigator.sent.some(({ name }) => name === 'CarePlan')).toBe(false);
    await navigator.context.close();
  });
});

describe('the oncologist’s builder', () => {
  it('is written from the record with one button, facts with their source beside it', async () => {
    const { page } = oncologist;
    await page.goto(`${address}/plan`);
    await page.getByRole('button', { name: 'Write a draft from the record' }).click();
    await page.getByText('Draft: nobody has signed this plan.').waitFor();
    await page.getByRole('link', { name: 'Correct and sign' }).click();
    const facts = page.getByRole('region', { name: 'Facts of the treatment' });
    await facts.waitFor();
    expect(await facts.textContent()).toMatch(/Diagnosis.*Three Rivers.*20\d\d/s);
    expect(await violations(page)).toEqual([]);
  });

  it('shows a draft to nobody outside oncology', async () => {
    await physician.page.goto(`${address}/plan`);
    await physician.page.getByText('There is no follow-up plan for this patient yet.').waitFor();
  });

  it('asks for what is missing first, says who filled it in, and takes it back', async () => {
    const { page } = oncologist;
    await openPatient(oncologist, 'OKONKWO');
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await page.getByRole('button', { name: 'Write a draft from the record' }).click();
    await page.getByRole('link', { name: 'Correct and sign' }).click();
    const missing = page.getByRole('region', { name: /^Missing from the record/ });
    const today = isoDay(Date.now(), 'America/Phoenix');
    await missing.getByLabel('End of treatment', { exact: true }).fill('1999-05-02');
    await page.keyboard.press('Enter');
    await missing.getByText(/is before the diagnosis/).waitFor();
    await missing.getByLabel('End of treatment', { exact: true }).fill(today);
    await page.keyboard.press('Enter');
    const filled = missing.getByRole('listitem').filter({ hasText: 'filled in by Priya Raman' });
    await filled.getByText(`End of treatment: ${dateWords(today)}`).waitFor();
    const facts = page.getByRole('region', { name: 'Facts of the treatment' });
    expect(await facts.textContent()).toContain(`End of treatment${dateWords(today)}filled in by Priya Raman`);
    expect(await missing.getByLabel('End of treatment', { exact: true }).count()).toBe(0);
    // The keyboard goes on at the next fact, and then at the signature.
    await missing.getByLabel('Smoking', { exact: true }).selectOption('never smoked');
    await missing.getByRole('button', { name: 'Fill in Smoking' }).press('Enter');
    await page.getByRole('region', { name: 'Nothing is missing any more' }).waitFor();
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Sign version 1');
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Take back End of treatment' }).click();
    await missing.getByLabel('End of treatment', { exact: true }).waitFor();
    expect(await facts.textContent()).toMatch(/End of treatmentNot recorded/);
  });

  it('cannot be signed while a line has no owner: it says which, and leads there; all by keyboard', async () => {
    const page = await shown(oncologist, view('build'));
    await page.keyboard.press('j');
    const label = (await page.locator(':focus').getAttribute('aria-label')) ?? '';
    expect(label).toMatch(/^Correct /);
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: label });
    const owner = await form.getByLabel('Who does it').getAttribute('id');
    const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('id');
    await expect.poll(focused).toBe(owner);
    await page.keyboard.type('Nobody');
    await page.keyboard.press('Control+Enter');
    await page.getByText('1 line without an owner: the plan cannot be signed until each has one.').waitFor();
    expect(await page.getByRole('button', { name: /^Sign version/ }).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: label.replace('Correct ', 'Choose an owner: ') }).press('Enter');
    await expect
      .poll(async () => (await focused()) === (await form.getByLabel('Who does it').getAttribute('id')))
      .toBe(true);
    await page.keyboard.type('Oncology');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /^Sign version/ }).waitFor();
  });

  it('takes a line out with a reason', async () => {
    const page = await shown(oncologist, view('build'));
    const button = page.getByRole('button', { name: /^Correct Influenza/ });
    const label = (await button.getAttribute('aria-label')) ?? '';
    await button.click();
    const form = page.getByRole('form', { name: label });
    await form.getByLabel('Applies to this patient').uncheck();
    await form.getByLabel('Why it does not apply').fill('Severe reaction in 2019');
    await form.getByRole('button', { name: 'Save this line' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(/^Looked at and does not apply/).click();
    await page.getByText('Severe reaction in 2019').waitFor();
  });

  it('is signed after one question, sealed, and sent to a person', async () => {
    const page = await shown(oncologist, view('build'));
    await page.getByRole('button', { name: /^Sign version 1/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign version 1 of this plan?' });
    await dialog.waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Sign as/ }).press('Enter');
    await page.getByText('Signed, but not sent yet.').waitFor();
    await page.getByText('Files, signature and rules').click();
    await page.getByText(/Seal of this version: [0-9a-f]{12}/).waitFor();
    await page.getByLabel('To', { exact: true }).waitFor();
    expect(await page.getByLabel('To', { exact: true }).textContent()).toContain('Alder Street');
    await page.getByLabel('To', { exact: true }).selectOption({ label: await ownPractice(page) });
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send the plan' }).click();
    await page.getByText(/^Sent .*; not opened yet\./).waitFor();
  });
});

/** The option that names the physician who reads along in these tests. */
async function ownPractice(page: Page): Promise<string> {
  const name = (await physician.page.locator('.top-person').textContent()) ?? '';
  const options = await page.getByLabel('To', { exact: true }).locator('option').allTextContents();
  return options.find((option) => option.includes(name)) ?? name;
}

describe('the physician’s page one', () => {
  it('tells oncology that it was opened', async () => {
    const page = await shown(physician, `${address}/plan`);
    await page.getByText(/^For you to answer: \d+ lines\.$/).waitFor();
    const back = await shown(oncologist, `${address}/plan`);
    await back.getByText(/^Received /).waitFor();
  });

  it('says who does what by when, with source and confidence of each rule, one click from the record', async () => {
    const { page } = physician;
    await page.goto(address);
    await page.locator('.banner').waitFor();
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await own(page).waitFor();
    for (const region of ['Red flags', 'Whom to call', 'Advised against', 'May be paid for'])
      expect(await page.getByRole('region', { name: region }).count(), region).toBe(1);
    expect(await page.getByRole('region', { name: /^Oncology: \d+ lines?/ }).count()).toBe(1);
    const line = own(page).getByRole('listitem').first();
    await line.getByText('Why, and whose rule').click();
    expect(await line.textContent()).toMatch(/Rule: .+, \d{4}; (read in|not verified)/);
  });

  it('ships no code of CPT', async () => {
    const { page } = physician;
    const text = (await page.getByRole('region', { name: 'May be paid for' }).textContent()) ?? '';
    expect(text).toMatch(/G0556/);
    expect(text).not.toMatch(/\b(?<![G.])\d{5}\b/);
    expect(text).toContain('Not in the same month as');
  });

  it('accepts a line with one click, and takes it back within ten seconds', async () => {
    const { page } = physician;
    const accept = own(page)
      .getByRole('listitem')
      .getByRole('button', { name: /^Accept / })
      .first();
    const title = ((await accept.getAttribute('aria-label')) ?? '').replace('Accept ', '');
    await accept.click();
    const line = own(page).getByRole('listitem').filter({ hasText: title }).first();
    await line.getByText('Accepted').waitFor();
    expect(await violations(page)).toEqual([]);
    await line.getByRole('button', { name: 'Undo' }).click();
    await line.getByRole('button', { name: `Accept ${title}` }).waitFor();
  });

  it('declines with a reason and asks a question: both stand there for both sides', async () => {
    const { page } = physician;
    await own(page)
      .getByRole('button', { name: /^Decline / })
      .first()
      .click();
    await page.getByRole('group', { name: 'Why you decline it' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Cannot be done here' }).click();
    await page.getByText('“Cannot be done here”').waitFor();

    await own(page)
      .getByRole('button', { name: /^Ask about / })
      .first()
      .click();
    await page.getByLabel('Your question to oncology, in your own words').fill('Who orders it?');
    await page.keyboard.press('Enter');
    await page.getByText('“Who orders it?”').waitFor();
    expect(await page.getByText(/Answers of primary care: 1 declined, 1 asked about, \d+ open/).count()).toBe(1);

    const back = await shown(oncologist, `${address}/plan`);
    expect(await back.getByText('“Who orders it?”').count()).toBe(1);
  });

  it('keeps what was typed when the answer does not arrive, and says that it was not stored', async () => {
    const { page } = physician;
    await own(page)
      .getByRole('button', { name: /^Ask about / })
      .first()
      .click();
    const field = page.getByLabel('Your question to oncology, in your own words');
    await field.fill('Is it still needed?');
    physician.fault('RespondToCarePlanLine', 'cut');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Not stored.').waitFor();
    expect(await field.inputValue()).toBe('Is it still needed?');
    physician.fault('RespondToCarePlanLine', null);
  });

  it('is walked with j and k', async () => {
    const page = await shown(physician, `${address}/plan`);
    const line = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.closest('.plan-line')?.id);
    await page.keyboard.press('j');
    const first = await line();
    await page.keyboard.press('j');
    expect(await line()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await line()).toBe(first);
  });

  it('tells an error with its reference', async () => {
    const { page } = physician;
    physician.fault('CarePlan', { code: 'INTERNAL', referenceId: 'ref-0815' });
    await page.goto(`${address}/plan`);
    await page.getByRole('alert').getByText('The follow-up plan could not be read.').waitFor();
    expect(await page.getByText('ref-0815').count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    physician.fault('CarePlan', null);
    await page.getByRole('button', { name: 'Try again' }).click();
    await own(page).waitFor();
  });
});

describe('versions', () => {
  it('shows what differs, and keeps the one in force until the next is signed', async () => {
    const page = await shown(oncologist, view('build'));
    await page.getByRole('button', { name: 'Draft a new version' }).click();
    await page.getByText('Draft: nobody has signed this plan.').waitFor();
    await page.getByRole('button', { name: /^Correct Influenza/ }).count();
    await page.getByText(/^Looked at and does not apply/).click();
    await page.getByRole('button', { name: /^Correct Influenza/ }).click();
    const form = page.getByRole('form', { name: /^Correct Influenza/ });
    await form.getByLabel('Applies to this patient').check();
    await form.getByRole('button', { name: 'Save this line' }).click();
    await form.waitFor({ state: 'detached' });
    await page.goto(view('versions'));
    const changed = page.getByRole('region', { name: 'What changed' });
    await changed.getByText(/Influenza/).waitFor();
    expect(await violations(page)).toEqual([]);

    const theirs = await shown(physician, `${address}/plan`);
    await theirs.getByText('Follow-up plan, version 1').waitFor();
  });
});
