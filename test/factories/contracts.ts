import type { TestApp } from '../support/app.js';
import {
  aMember,
  anOrganisation,
  aPartner,
  aPerson,
  aProject,
  aWorkItem,
  put,
  type TestUser,
} from './index.js';

type Row = { id: string };
type Values = Record<string, unknown>;

/** A project that buys mediation: who works in it, a school that asks, a mediator, an action. */
export interface Mediated {
  id: string;
  workItem: Row;
  school: Row;
  mediator: Row;
  partner: Row;
  territory: Row;
  coordinator: TestUser;
  administrator: TestUser;
  manager: TestUser;
  auditor: TestUser;
  operator: TestUser;
  staff: TestUser;
}

let places = 0;

export async function aMediatedProject(app: TestApp, values: Values = {}): Promise<Mediated> {
  const project = await aProject(app, values);
  const partner = await aPartner(app, project);
  const mediator = await aPerson(app);
  places += 1;
  return {
    id: project.id,
    workItem: await aWorkItem(app, project),
    school: await anOrganisation(app, { kind: 'school' }),
    mediator,
    partner,
    territory: await put(app, 'territory', { kind: 'municipality', name: `Comune ${places}` }),
    coordinator: await aMember(app, project, 'coordinator'),
    administrator: await aMember(app, project, 'administrator'),
    manager: await aMember(app, project, 'manager'),
    auditor: await aMember(app, project, 'auditor'),
    operator: await aMember(app, project, 'partner', { participation: partner }),
    staff: await aMember(app, project, 'staff', { values: { person_id: mediator.id } }),
  };
}

export async function aContract(app: TestApp, project: Row, values: Values = {}): Promise<Row> {
  return put(app, 'contract', {
    project_id: project.id,
    organisation_id: (await anOrganisation(app, { kind: 'cooperative' })).id,
    title: 'Incarico di mediazione',
    valid_from: '2019-01-01',
    valid_to: '2019-12-31',
    ...values,
  });
}

/** A line of mediation on call: ten hours unless told, each begun half hour is paid, one hour at least. */
export async function aContractLine(
  app: TestApp,
  project: Row,
  { contract, ...values }: { contract?: Row; [column: string]: unknown } = {},
): Promise<Row> {
  return put(app, 'contract_line', {
    project_id: project.id,
    contract_id: (contract ?? (await aContract(app, project))).id,
    kind: 'on_call_mediation',
    unit_rate: '35.00',
    bought: 600,
    minimum: 60,
    step: 30,
    valid_from: '2019-01-01',
    valid_to: '2019-12-31',
    ...values,
  });
}

/** What a coordinator says of a mediation on a line. */
export const aMediation = (project: Mediated, line: Row, values: Values = {}): Values => ({
  kind: 'on_call_mediation',
  workItemId: project.workItem.id,
  day: '2019-11-04',
  minutes: 60,
  staffIds: [project.mediator.id],
  contractLineId: line.id,
  ...values,
});
