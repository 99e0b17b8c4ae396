import type { EntityManager } from 'typeorm';
import { Conflict, NotFound } from '../kernel/errors.js';
import { Project, type ProjectState } from './project.entity.js';

/** An archived project is read and nothing else: only its state can be changed back. */
export function assertNotArchived(state: ProjectState): void {
  if (state !== 'archived') return;
  throw new Conflict(
    'project.archived',
    'Il progetto è archiviato: riaprilo dalla scheda prima di modificarne i dati.',
  );
}

/** The project, held as it is until the end of the transaction; refused when archived. */
export async function openProject(db: EntityManager, id: string): Promise<Project> {
  const project = await db.findOne(Project, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (!project) throw new NotFound();
  assertNotArchived(project.state);
  return project;
}
