// Where an answer goes by more than one result, or by the hour: sides that were done apart, and midnight.
import { describe, expect, it } from 'vitest';
import { ask, done, history, NOW, resultsIn, verdictOf } from '#test/duplicate-tests/histories.ts';
import { OWN_CATALOGUE } from './catalogue.ts';
import { judge } from './judge.ts';

describe('both sides', () => {
  it.each([
    ['together', 'xray-knee @5 laterality=bilateral', 'probable-duplicate'],
    ['apart', 'xray-knee @5 laterality=left; xray-knee @7 laterality=right', 'probable-duplicate'],
    ['the left alone', 'xray-knee @5 laterality=left', 'not-duplicate'],
    ['the right alone', 'xray-knee @5 laterality=right', 'not-duplicate'],
    ['the left long ago', 'xray-knee @200 laterality=left; xray-knee @5 laterality=right', 'not-duplicate'],
    ['the right long ago', 'xray-knee @5 laterality=left; xray-knee @200 laterality=right', 'not-duplicate'],
    ['of no side that is told', 'xray-knee @5', 'probable-duplicate'],
  ])('done %s', (_, results, verdict) => {
    expect(verdictOf('XR both knees', resultsIn(results)).verdict).toBe(verdict);
  });
});

describe('hours', () => {
  const zone = 'America/New_York';
  const at = (time: string) => new Date(`2026-11-${time}-05:00`);
  const crp = (taken: string, asked: string) => {
    const query = { ...ask('crp'), on: at(asked) };
    return judge(query, history(done('crp', 0, { at: at(taken) }), { zone }), OWN_CATALOGUE, at(asked)).verdict;
  };
  it.each([
    ['an hour after, across midnight', '20T23:30', '21T00:30', 'duplicate'],
    ['a minute before they have passed', '20T12:00', '21T11:59', 'duplicate'],
    ['when they have passed', '20T12:00', '21T12:00', 'not-duplicate'],
    ['on the second day', '20T23:30', '22T00:30', 'not-duplicate'],
  ])('count from moment to moment: %s', (_, taken, asked, verdict) => {
    expect(crp(taken, asked)).toBe(verdict);
  });

  it('do not make a longer interval end within its last day', () => {
    const query = { ...ask('ca 15-3'), on: new Date('2026-11-22T08:00:00Z') };
    const tests = done('ca-15-3', 0, { at: new Date('2026-09-22T20:00:00Z') });
    expect(judge(query, history(tests), OWN_CATALOGUE, NOW).verdict).toBe('not-duplicate');
  });
});

describe('in hospital', () => {
  it.each([
    ['what changes within a year', 'ferritin', 'ferritin @20', 'duplicate'],
    ['a glycated haemoglobin', 'a1c', 'hba1c @20 inpatient=yes', 'duplicate'],
    ['imaging of this week', 'CT head', 'ct-head @2 flag=null inpatient=yes', 'probable-duplicate'],
    ['imaging of last week', 'CT head', 'ct-head @8 flag=null inpatient=yes', 'not-duplicate'],
    ['calcium of yesterday', 'calcium', 'calcium @1 inpatient=yes', 'not-duplicate'],
  ])('%s', (_, query, results, verdict) => {
    expect(verdictOf(query, resultsIn(results), 'inpatient').verdict).toBe(verdict);
  });
});

it('a glucose does not part the panel that it comes with', () => {
  const bmp = 'glucose urea-nitrogen creatinine calcium sodium potassium chloride carbon-dioxide';
  expect(verdictOf('BMP', done(bmp, 30)).verdict).toBe('probable-duplicate');
});
