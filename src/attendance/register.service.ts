import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Caller } from '../access/caller.js';
import { findCourse } from '../courses/courses.service.js';
import { readCourses } from '../courses/courses.queries.js';
import { IdentitiesService } from '../identities/identities.service.js';
import { Clock } from '../kernel/dates.js';
import { NotFound, RuleBroken } from '../kernel/errors.js';
import { DocumentStore } from '../platform/documents/document-store.js';
import { inThread } from '../platform/in-thread.js';
import type { Register } from './attendance.dto.js';
import { logosOf } from './logos.js';
import { onPaper, renderRegister, type PrintedRegister } from './register-pdf.js';
import { readRegister } from './register.queries.js';

/** The register of a course: on the screen, and on paper to be signed. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly identities: IdentitiesService,
    private readonly store: DocumentStore,
  ) {}

  async read(
    caller: Caller,
    projectId: string,
    courseId: string,
    month?: string,
  ): Promise<Register> {
    await findCourse(this.source.manager, caller, projectId, courseId, 'attendance.view');
    const today = this.clock.today();
    return readRegister(this.source.manager, caller, courseId, { month, today });
  }

  /** A4 pages with a box for each signature: codes and initials, or names when somebody who may read them says why. */
  async print(
    caller: Caller,
    projectId: string,
    courseId: string,
    { month, purpose }: { month?: string; purpose?: string },
  ): Promise<Buffer> {
    const db = this.source.manager;
    const register = await this.read(caller, projectId, courseId, month);
    const names = purpose ? await this.names(caller, projectId, register, purpose) : undefined;
    const [course] = await readCourses(db, caller, projectId, { id: courseId });
    if (!course) throw new NotFound();
    const [project] = (await db.query(
      `SELECT p.title, p.demonstration OR c.demonstration AS demonstration, coalesce(a.cup, p.cup) AS cup,
         (SELECT o.name FROM participation l JOIN organisation o ON o.id = l.organisation_id WHERE l.project_id = p.id AND l.role = 'lead' LIMIT 1) AS lead,
         f.name AS fund, coalesce(f.code ~ '^(FAMI|FEI|FSE|FESR)', false) AS "ofTheUnion"
       FROM course c JOIN project p ON p.id = c.project_id LEFT JOIN participation a ON a.id = c.participation_id
       LEFT JOIN fund f ON f.id = p.fund_id WHERE c.id = $1`,
      [courseId],
    )) as [RegisterProject];
    const logos = await logosOf(db, this.store, projectId);
    return print({ project, course, register, month, names, logos });
  }

  /** Each reading is written down; who has no identity here, or a restricted one, stays a code. */
  private async names(
    caller: Caller,
    projectId: string,
    register: Register,
    purpose: string,
  ): Promise<ReadonlyMap<string, string>> {
    const asked = onPaper(register).map(({ recipientId }) => recipientId);
    const found = await this.identities.readMany(caller, projectId, asked, purpose);
    return new Map(
      found.map(({ recipientId, surname, name }) => [recipientId, `${surname} ${name}`]),
    );
  }
}

/** With logos in a thread of its own: an image that is broken inside ends the thread, not the program. */
const print = (printed: PrintedRegister): Promise<Buffer> =>
  printed.logos.length === 0
    ? renderRegister(printed)
    : inThread('attendance/register-worker.js', printed).catch(() => {
        throw unprintable();
      });

const unprintable = () =>
  new RuleBroken(
    'register.logo',
    'Il registro non si stampa con i loghi della scheda del progetto: uno è un’immagine guasta. Toglilo e caricalo di nuovo.',
  );

export interface RegisterProject {
  title: string;
  demonstration: boolean;
  cup: string | null;
  lead: string | null;
  fund: string | null;
  /** A fund of the Union: its emblem stands on the register. */
  ofTheUnion: boolean;
}
