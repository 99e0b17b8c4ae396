import type { EntityManager } from 'typeorm';
import type { Measure } from '../indicators/indicator.entity.js';
import type { DemoIds } from './demo-ids.js';
import { loadReports } from './demo-reports.js';
import { insertRows } from './insert-rows.js';

const SLUG = 'interazioni-in-piemonte-2';
const HOUR = 60;

interface DemoIndicator {
  code: string;
  label: string;
  unit: string;
  measure: Measure;
  workItem: string;
  kinds: string[];
  target: number;
}

type Product = [code: string, workItem: string, kind: string, target: number, label: string];

const meetings: Product[] = [
  ['A1.3', 'A1', 'family_meeting', 140, 'Incontri con le famiglie'],
  ['A2.1', 'A2', 'working_group', 100, 'Incontri di gruppi di lavoro tematici'],
  ['A4.1', 'A4', 'information_meeting', 80, 'Incontri informativi con le associazioni di migranti'],
];
const workshops: Product[] = [
  ['A1.1', 'A1', 'l2_workshop', 900, 'Laboratori di potenziamento linguistico L2'],
  ['A1.2', 'A1', 'intercultural_workshop', 240, 'Laboratori di inclusione multiculturale'],
];
const contents: Product[] = [
  ['A3.1', 'A3', 'published_content', 120, 'Contenuti per www.piemonteimmigrazione.it'],
];
const mediation: Product[] = [
  ['A2.2', 'A2', 'on_call_mediation', 1200, 'Ore di mediazione a chiamata'],
  ['A2.3', 'A2', 'community_mediation', 700, 'Ore di mediazione di comunità'],
];

const counted =
  (unit: string) =>
  ([code, workItem, kind, target, label]: Product): DemoIndicator => ({
    code,
    label,
    unit,
    measure: 'count',
    workItem,
    kinds: [kind],
    target,
  });

const hours = (product: Product): DemoIndicator => ({
  ...counted('ore')(product),
  measure: 'sum_minutes',
  target: product[3] * HOUR,
});

/** People of the demonstration's registers; no sheet of the project names them. */
const recipients: DemoIndicator = {
  ...counted('destinatari')(['A1.4', 'A1', 'l2_workshop', 40, 'Destinatari dei laboratori L2']),
  measure: 'recipients',
};

/** What the project's sheet names as products, and whom it reaches, with invented targets. */
const indicators: DemoIndicator[] = [
  ...workshops.map(counted('laboratori')),
  ...meetings.map(counted('incontri')),
  ...contents.map(counted('contenuti')),
  ...mediation.map(hours),
  recipients,
].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Indicators and reports of the demonstration: what these features load on top of the facts. */
export async function loadIndicators(db: EntityManager, ids: DemoIds): Promise<void> {
  const rows = indicators.map(({ workItem, ...indicator }, position) => ({
    ...indicator,
    position,
    project_id: ids.of('project', SLUG),
    work_item_id: ids.of('workItem', `${SLUG}/${workItem}`),
    note: 'Valore atteso inventato per la dimostrazione.',
    demonstration: true,
    created_by: ids.of('user', 'coordinator'),
  }));
  await insertRows(db, 'indicator', rows);
  await loadReports(db, ids);
}
