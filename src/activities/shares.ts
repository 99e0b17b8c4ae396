import type { IsoDate } from '../kernel/dates.js';
import { Conflict, RuleBroken } from '../kernel/errors.js';
import { formatMinutes } from '../kernel/minutes.js';
import type { LogActivity } from './activity.dto.js';
import type { Activity } from './activity.entity.js';

/** Minutes that one project takes of a piece of work. */
export interface Share {
  projectId: string;
  minutes: number;
}

/** Its times say how long it lasted, which those of several days do not. Throws RuleBroken `activity.shares`. */
export function assertOneDay(day: IsoDate, endsOn: IsoDate | null): void {
  if (endsOn === null || endsOn === day) return;
  const message =
    'Ciò che si divide fra più progetti è di un giorno solo: togli l’ultimo giorno, o registra un giorno alla volta.';
  throw new RuleBroken('activity.shares', message, [{ path: 'endsOn', message }]);
}

/** Each project once, and together no more than the work lasted. Throws RuleBroken `activity.shares`. */
export function assertShares(shares: readonly Share[], lasted: number): void {
  if (new Set(shares.map(({ projectId }) => projectId)).size < shares.length)
    throw broken('Ogni progetto compare una volta sola: somma i suoi minuti.');
  const sum = shares.reduce((total, { minutes }) => total + minutes, 0);
  if (sum > lasted)
    throw broken(
      `I progetti prendono insieme ${formatMinutes(sum)}, ma l’attività è durata ${formatMinutes(lasted)}: riduci le quote.`,
    );
}

const broken = (message: string) =>
  new RuleBroken('activity.shares', message, [{ path: 'shares', message }]);

/** What several projects share was agreed as a whole: a part of it is not changed by itself. */
export function assertAlone({ sharedId }: { sharedId: string | null }): void {
  if (sharedId === null) return;
  throw new Conflict(
    'activity.shared',
    'Questa attività è condivisa fra più progetti: annulla le sue quote e registrala di nuovo.',
  );
}

/** The times of a share are those of the whole, which its agreed minutes would contradict: the rules see the minutes alone. */
export const asShare = ({ sharedId, minutes }: Activity, input: LogActivity): LogActivity =>
  sharedId === null
    ? input
    : { ...input, startTime: null, endTime: null, minutes: input.minutes ?? minutes };

/** What a correction keeps of the share that it corrects. */
export const timesOfWhole = ({ sharedId, startTime, endTime }: Activity) =>
  sharedId === null ? {} : { sharedId, startTime, endTime };
