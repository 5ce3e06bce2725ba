/** Ways to look at one plan, as they stand in the address: /patients/<id>/plan?view=build */
export const planViews = [
  { key: 'page', title: 'Who does what' },
  { key: 'build', title: 'Correct and sign' },
  { key: 'timeline', title: 'Timeline' },
  { key: 'versions', title: 'Versions' },
] as const;

export type PlanView = (typeof planViews)[number]['key'];

export function readView(search: string): PlanView {
  const asked = new URLSearchParams(search).get('view');
  return planViews.find(({ key }) => key === asked)?.key ?? 'page';
}

export const viewAddress = (patientId: string, view: PlanView): string =>
  view === 'page' ? `/patients/${patientId}/plan` : `/patients/${patientId}/plan?view=${view}`;

/** State of the history that says: this page was opened by beginning the plan, so its first field has the keyboard. */
export const begun = { begun: true } as const;

export const lineAnchor = (lineId: string): string => `line-${lineId}`;

/** One line of a plan, on the page that says who does what. */
export const lineAddress = (patientId: string, lineId: string): string =>
  `${viewAddress(patientId, 'page')}#${lineAnchor(lineId)}`;

/** The patient's own copy is a page of its own: it is printed without anything around it. */
export const copyAddress = (patientId: string, language: string): string =>
  `/patients/${patientId}/plan/copy?language=${language}`;
