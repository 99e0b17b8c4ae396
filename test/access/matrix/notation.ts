/**
 * How the expectations of the matrix are written. Nothing here, nor in the data files, is taken from the program: what
 * each role may do is said twice, once there and once here, so that a slip on one side shows.
 *
 * A line is `METHOD /path | one status for each actor | rules`. The statuses are those of the plain case, in the order of
 * `ACTORS`; a rule `relation=word,word` says how the answer differs when the address names something else. Words start
 * from the plain case and change it: `same`; `may:404` (whoever was let through gets 404); `all:404` (everybody who has
 * signed in); `P:404` (that actor). Later words win. A relation without a rule does not exist for that operation. A rule
 * set in capitals stands for the usual ones of its kind. `#` begins a comment; a line without an operation is a heading.
 */
export const ACTORS = {
  C: 'coordinator',
  A: 'administrator',
  M: 'manager',
  P: 'partner',
  U: 'auditor',
  L: 'legal',
  S: 'staff',
  Y: 'system',
  N: 'anonymous',
} as const;
export type Letter = keyof typeof ACTORS;
export const letters = Object.keys(ACTORS) as Letter[];

/**
 * own: a row of the partner's operator, in a project of all roles. otherPartner: its twin of another partner in the same
 * project. otherProject: in a project where the callers have no role. archived, sent: in an archived project; held by a
 * sent report. unknown: an id that names nothing. foreignParent: the own row under the address of the foreign project.
 * foreignRow: a row of the foreign project under the address of the own one.
 */
export const relations = [
  'own',
  'otherPartner',
  'otherProject',
  'archived',
  'sent',
  'unknown',
  'foreignParent',
  'foreignRow',
] as const;
export type Relation = (typeof relations)[number];

type Statuses = Map<Letter, number>;
export interface Row {
  operation: string;
  expected: Map<Relation, Statuses>;
}

const READ =
  'otherProject=all:404 archived=same unknown=may:404 foreignParent=all:404 foreignRow=may:404';
const READ_PROJECT = 'otherProject=all:404 archived=same unknown=all:404';
const RULE_SETS: Record<string, string> = {
  READ,
  WRITE: `${READ} archived=may:409`,
  READ_PROJECT,
  ADD_TO_PROJECT: `${READ_PROJECT} archived=may:409`,
};

/** Reads a table of expectations; throws on a line that is badly written. */
export const table = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map(row);

function row(line: string): Row {
  const [operation = '', own = '', rules = ''] = line.split('|').map((part) => part.trim());
  const statuses = own.split(/\s+/).map(Number);
  if (statuses.length !== letters.length || statuses.some((status) => !(status >= 200)))
    throw new Error(`${operation}: write one status for each of ${letters.join(' ')}`);
  const plain: Statuses = new Map(letters.map((letter, i) => [letter, statuses[i]!]));
  const expected = new Map<Relation, Statuses>([['own', plain]]);
  for (const rule of spelled(rules)) {
    const [relation, words] = rule.split('=') as [Relation, string?];
    if (!relations.includes(relation) || !words)
      throw new Error(`${operation}: «${rule}» is no rule`);
    expected.set(relation, changed(plain, words.split(',')));
  }
  return { operation, expected };
}

const spelled = (rules: string): string[] =>
  rules
    .split(/\s+/)
    .flatMap((rule) => (RULE_SETS[rule] ?? rule).split(' '))
    .filter(Boolean);

function changed(plain: Statuses, words: string[]): Statuses {
  const result = new Map(plain);
  for (const word of words.filter((each) => each !== 'same')) {
    const [who = '', status] = word.split(':');
    const touched = letters.filter((letter) => matches(who, letter, plain));
    if (touched.length === 0 || !(Number(status) >= 200)) throw new Error(`«${word}» is no word`);
    for (const letter of touched) result.set(letter, Number(status));
  }
  return result;
}

function matches(who: string, letter: Letter, plain: Statuses): boolean {
  if (who === 'all') return letter !== 'N';
  if (who === 'may') return (plain.get(letter) ?? 500) < 300;
  return who === letter;
}
