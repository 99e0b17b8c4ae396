import {
  BadShape,
  Conflict,
  Forbidden,
  NotFound,
  PreconditionRequired,
  Problem,
  RuleBroken,
  Stale,
} from './errors.js';

describe('a problem', () => {
  it.each([
    [new BadShape('page.cursor', 'x'), 400, 'page.cursor'],
    [new Forbidden('access.denied', 'x'), 403, 'access.denied'],
    [new NotFound('riga di budget'), 404, 'not_found'],
    [new Conflict('expense.locked', 'x'), 409, 'expense.locked'],
    [new Stale(), 412, 'version.stale'],
    [new RuleBroken('budget.ceiling', 'x'), 422, 'budget.ceiling'],
    [new PreconditionRequired(), 428, 'version.required'],
  ])('%p has status %d and code %s', (problem, status, code) => {
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status, code });
    expect(problem.message).toBe(problem.detail);
  });

  it('names the fields it is about', () => {
    const errors = [{ path: 'lines.0.planned', message: 'Serve un importo.' }];
    expect(new RuleBroken('x', 'y', errors).errors).toBe(errors);
  });
});
