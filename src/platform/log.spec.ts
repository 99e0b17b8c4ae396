import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';
import { errorWithoutValues } from './log.js';

const refused = (message: string, code: string): DatabaseError =>
  Object.assign(new DatabaseError(message, message.length, 'error'), { code, table: 'recipient' });

describe('an error in the log', () => {
  it.each([
    ['of the driver', (error: Error) => error],
    ['in the wrapping of TypeORM', (error: Error) => new QueryFailedError('INSERT', ['x'], error)],
  ])('%s says what and where, and no value that the statement carried', (_, wrap) => {
    const error = refused('invalid input syntax for type date: "Amina Diallo"', '22007');
    const line = errorWithoutValues(wrap(error));
    expect(line).toMatchObject({ code: '22007', table: 'recipient' });
    expect(JSON.stringify(line)).not.toContain('Amina');
    expect(JSON.stringify(line)).toContain('log.spec');
  });

  it('of our own keeps its words', () => {
    expect(errorWithoutValues(new Error('no such kind'))).toMatchObject({
      message: 'no such kind',
    });
  });

  it('that is no error is told by its type alone', () => {
    expect(errorWithoutValues('Amina Diallo')).toEqual({ type: 'string' });
  });
});
