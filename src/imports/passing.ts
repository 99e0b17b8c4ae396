import type { Type } from '@nestjs/common';
import { Problem } from '../kernel/errors.js';
import { shapePipe } from '../platform/shape.pipe.js';
import type { Verdict } from './target.js';

const shape = shapePipe();

/** What was read, in the shape that a form has to have. Throws BadShape. */
export const shaped = <T>(metatype: Type<T>, input: object): Promise<T> =>
  shape.transform(input, { type: 'body', metatype }) as Promise<T>;

/** The verdict of a rule that throws: its complaints are those of the row. */
export async function judged(pass: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await pass();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { errors: error.errors ?? [{ path: '', message: error.detail }] };
  }
}
