import type { EntityManager } from 'typeorm';
import { Jobs } from '../platform/jobs.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { Report } from '../reports/report.entity.js';
import { sealReport } from '../reports/seal-report.js';
import { FILES_JOB } from '../reports/send.service.js';
import type { DemoIds } from './demo-ids.js';

const SLUG = 'interazioni-in-piemonte-2';
// On the demonstration's own calendar.
const SENT_AT = '2019-07-12T08:30:00Z';

const secondQuarter: Partial<Report> = {
  number: 1,
  fromDay: '2019-04-01',
  toDay: '2019-06-30',
  synthesis:
    'Nel trimestre si sono chiusi i laboratori di italiano L2 e di inclusione multiculturale dell’anno scolastico; la mediazione a chiamata ha accompagnato gli scrutini e gli incontri di fine anno con le famiglie.',
  strengths: 'Risposta rapida delle cooperative alle richieste di scuole e servizi.',
  deviations: 'Dalla metà di giugno i laboratori si fermano con la chiusura delle scuole.',
  problems:
    'Alcune uscite a vuoto per appuntamenti disdetti il giorno stesso: concordata una conferma telefonica la mattina.',
  teamChanges: 'Nessuna modifica.',
  networkRoles:
    'Le agenzie formative tengono i laboratori, le cooperative la mediazione, i servizi i gruppi di lavoro, le associazioni gli incontri informativi.',
};

const thirdQuarter: Partial<Report> = {
  number: 2,
  fromDay: '2019-07-01',
  toDay: '2019-09-30',
  synthesis: 'Ripresa delle attività con l’apertura delle scuole, il 9 settembre.',
};

/** One sheet that was sent, whose files the first worker renders, and the next as a draft. */
export async function loadReports(db: EntityManager, ids: DemoIds): Promise<void> {
  const projectId = ids.of('project', SLUG);
  const manager = ids.of('user', 'manager');
  const draft = (values: Partial<Report>): Promise<Report> =>
    db.save(
      db.create(Report, {
        projectId,
        kind: 'quarterly_sheet',
        state: 'draft',
        demonstration: true,
        version: 1,
        ...values,
      }),
    );
  const sent = await draft(secondQuarter);
  await sealReport(db, sent, { at: new Date(SENT_AT), by: manager });
  await new Jobs(db.dataSource, new Outbox()).request(db, {
    kind: FILES_JOB,
    subjectId: sent.id,
    projectId,
    requestedBy: manager,
    total: 3,
  });
  await draft(thirdQuarter);
}
