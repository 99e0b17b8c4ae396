import type { EntityManager } from 'typeorm';
import { type FieldError, Problem } from '../kernel/errors.js';
import { problemOf } from '../platform/constraints.js';

/** What was refused, row by row: the path of each error begins with that of its row, `rows.3.day`. */
export class RowRefusals {
  private readonly refusals: { problem: Problem; path: string }[] = [];

  /** Does the work of one row; a refusal of a rule or of the database is kept, and the rows that follow are still tried. */
  async attempt<T>(db: EntityManager, path: string, work: () => Promise<T>): Promise<T | null> {
    await db.query('SAVEPOINT batch_row');
    try {
      const done = await work();
      await db.query('RELEASE SAVEPOINT batch_row');
      return done;
    } catch (error) {
      const problem = error instanceof Problem ? error : problemOf(error);
      if (!problem) throw error;
      await db.query('ROLLBACK TO SAVEPOINT batch_row');
      this.refusals.push({ problem, path });
      return null;
    }
  }

  /** Throws one Problem with the errors of all rows; its status is theirs when they agree, else 422. */
  assertNone(): void {
    const [first] = this.refusals;
    if (!first) return;
    const agreed = this.refusals.every(({ problem }) => problem.status === first.problem.status);
    throw new Problem(
      agreed ? first.problem.status : 422,
      'activity.batch',
      refusedWords(new Set(this.refusals.map(({ path }) => path)).size),
      this.refusals.flatMap(({ problem, path }) => errorsOf(problem, path)),
    );
  }
}

const errorsOf = ({ errors, detail }: Problem, path: string): FieldError[] =>
  errors?.length
    ? errors.map((error) => ({ path: `${path}.${error.path}`, message: error.message }))
    : [{ path, message: detail }];

const refusedWords = (rows: number): string =>
  rows === 1
    ? 'Una riga non va bene: nulla è stato salvato. Correggila e salva di nuovo.'
    : `${rows} righe non vanno bene: nulla è stato salvato. Correggile e salva di nuovo.`;
