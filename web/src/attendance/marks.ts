import type { Mark, Register, RegisterPerson, Session } from '../courses/course-queries.js';

/** What stands in one box; no minutes: for the whole session. */
export interface Box {
  presence: Mark['presence'];
  minutes?: number;
}

/** Boxes that were changed and are not saved yet, by `keyOf`. */
export type Changes = ReadonlyMap<string, Box>;

export const keyOf = (session: Session, person: RegisterPerson): string =>
  `${session.activityId} ${person.recipientId}`;

const NOTHING: Box = { presence: 'none' };

function savedBox(session: Session, person: RegisterPerson): Box {
  const mark = person.marks.find(({ activityId }) => activityId === session.activityId);
  if (!mark) return NOTHING;
  if (!mark.present) return { presence: 'absent' };
  return mark.minutes === session.minutes
    ? { presence: 'present' }
    : { presence: 'present', minutes: mark.minutes };
}

const same = (a: Box, b: Box): boolean => a.presence === b.presence && a.minutes === b.minutes;

export const boxOf = (session: Session, person: RegisterPerson, changes: Changes): Box =>
  changes.get(keyOf(session, person)) ?? savedBox(session, person);

/** The changes with these boxes written; one that says again what is saved is no change. */
export function written(
  changes: Changes,
  boxes: { session: Session; person: RegisterPerson; box: Box }[],
): Changes {
  const after = new Map(changes);
  for (const { session, person, box } of boxes) {
    if (!session.open) continue;
    if (same(box, savedBox(session, person))) after.delete(keyOf(session, person));
    else after.set(keyOf(session, person), box);
  }
  return after;
}

/** What was written while the sheet was being sent stays to be saved. */
export const without = (changes: Changes, sent: Changes): Changes =>
  new Map([...changes].filter(([key, box]) => sent.get(key) !== box));

/** Everybody of a session whose box is empty was there; who withdrew before, or came later, is left out. */
export const allPresent = (register: Register, session: Session, changes: Changes): Changes =>
  written(
    changes,
    register.people
      .filter((person) => expected(person, session))
      .filter((person) => boxOf(session, person, changes).presence === 'none')
      .map((person) => ({ session, person, box: { presence: 'present' } as const })),
  );

/** Enrolled on the day of the session. */
export const expected = ({ fromDay, toDay }: RegisterPerson, { day }: Session): boolean =>
  (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay);

/** Says the minutes of each presence: without them one that was partial would stay so. */
export const toMarks = (changes: Changes, sessions: Session[]): Mark[] =>
  [...changes].map(([key, { presence, minutes }]) => {
    const [activityId = '', recipientId = ''] = key.split(' ');
    const whole = sessions.find((session) => session.activityId === activityId)?.minutes;
    const lasting = presence === 'present' && { minutes: minutes ?? whole };
    return { activityId, recipientId, presence, ...lasting };
  });

export const presentCount = (register: Register, session: Session, changes: Changes): number =>
  register.people.filter((person) => boxOf(session, person, changes).presence === 'present').length;
