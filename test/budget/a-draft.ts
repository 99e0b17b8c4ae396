import type { Funded } from '../factories/budget.js';
import type { TestApp } from '../support/app.js';

interface Story {
  app: TestApp;
  project: Funded;
}

/** What the administrator does to a budget that is being written; `now` gives the story of the test that runs. */
export function drafting(now: () => Story) {
  const as = () => now().app.as(now().project.administrator);
  const path = () => `/projects/${now().project.id}/budget-versions`;
  const line = (planned: string, values: Record<string, unknown> = {}) => ({
    participationId: now().project.partner.id,
    categoryId: now().project.services.id,
    description: 'Mediazione',
    planned,
    ...values,
  });
  const add = (draft: { id: string }, planned: string, values: Record<string, unknown> = {}) =>
    as().post(`${path()}/${draft.id}/lines`, line(planned, values));
  async function aDraft() {
    const opened = await as().post(path(), {});
    expect(opened.status).toBe(201);
    return opened.body;
  }
  return { line, add, aDraft };
}
