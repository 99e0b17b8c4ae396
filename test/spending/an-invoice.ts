import { anApprovedBudget, anInvoice, type Budget, type Funded } from '../factories/budget.js';
import type { TestApp } from '../support/app.js';

interface Story {
  app: TestApp;
  project: Funded;
  budget: Budget;
}

/** 1,000 euro of services of a partner and 5,000 of staff of the lead. */
export const aSmallBudget = (app: TestApp, project: Funded): Promise<Budget> =>
  anApprovedBudget(app, project, [
    {
      participation: project.partner,
      category: project.services,
      planned: '1000.00',
      workItem: project.workItem,
    },
    { participation: project.lead, category: project.staff, planned: '5000.00' },
  ]);

/** What the administrator does with invoices and the first line of the budget; `now` gives the story of the test that runs. */
export function spending(now: () => Story) {
  const path = () => `/projects/${now().project.id}`;
  const record = (values: Record<string, unknown> = {}, who = now().project.administrator) =>
    now().app.as(who).post(`${path()}/cost-documents`, anInvoice(now().project.partner, values));
  const share = (amount: string, values: Record<string, unknown> = {}) => ({
    budgetLineId: now().budget.lines[0]?.id,
    amount,
    paidOn: '2019-04-10',
    ...values,
  });
  const charge = (costDocumentId: string, amount: string, values: Record<string, unknown> = {}) =>
    now()
      .app.as(now().project.administrator)
      .post(`${path()}/expenses`, { costDocumentId, ...share(amount, values) });
  const line = async () =>
    (await now().app.as(now().project.coordinator).get(`${path()}/budget`)).body.lines.find(
      (row: { id: string }) => row.id === now().budget.lines[0]?.id,
    );
  return { record, share, charge, line };
}
