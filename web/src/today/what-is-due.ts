import type { Schemas } from '../api/client.js';

/** What a project has to meet, as far as the data says; nothing is worked out from rules that nobody wrote down. */
export interface Deadline {
  key: string;
  /** As precise as it is known: '2022', '2019-12', '2019-12-31'. */
  date: string;
  what: string;
  project: string;
  /** Where it is dealt with. */
  to: string;
  /** The day has passed, or the whole month or year. */
  overdue: boolean;
}

export interface Meeting {
  project: { id: string; slug: string; title: string };
  /** Null until they are read. */
  sheet: Pick<Schemas['ProjectView'], 'state' | 'ends'> | null;
  reports: Pick<
    Schemas['ReportSummary'],
    'id' | 'number' | 'state' | 'from' | 'to' | 'correctsNumber'
  >[];
  rules: Pick<Schemas['CallRuleView'], 'code' | 'label' | 'value' | 'validTo'>[];
}

/** The deadlines of one project; the draft of the quarter that `listed` names stands elsewhere. */
export function deadlinesOf(meeting: Meeting, today: string, listed: string): Deadline[] {
  const { project } = meeting;
  const found = [
    ...end(meeting, today),
    ...rules(meeting, today),
    ...drafts(meeting, today, listed),
  ];
  return found.map(({ key, ...rest }) => ({
    ...rest,
    key: `${project.id} ${key}`,
    project: project.title,
    overdue: passed(rest.date, today),
  }));
}

/** A year or a month has passed when all of it has. */
const passed = (date: string, today: string): boolean => date < today.slice(0, date.length);

type Found = Pick<Deadline, 'key' | 'date' | 'what' | 'to'>;

/** An end to come; one that has passed only as long as the project is not said to be over. */
const end = ({ project, sheet }: Meeting, today: string): Found[] =>
  sheet?.ends && (sheet.state === 'active' || !passed(sheet.ends, today))
    ? [{ key: 'end', date: sheet.ends, what: 'Fine del progetto', to: `/progetti/${project.slug}` }]
    : [];

/** A rule without a value is not configured: it holds nobody to a day. */
const rules = ({ project, rules: all }: Meeting, today: string): Found[] =>
  all.flatMap(({ code, label, value, validTo }) =>
    value && validTo && validTo >= today
      ? [
          {
            key: `rule ${code} ${validTo}`,
            date: validTo,
            what: `Avviso, fine di validità: ${label}`,
            to: `/progetti/${project.slug}`,
          },
        ]
      : [],
  );

/** Sheets of quarters that have ended and were never sent. */
const drafts = ({ project, reports }: Meeting, today: string, listed: string): Found[] =>
  reports
    .filter(({ state, to }) => state === 'draft' && to < today)
    .filter(({ from, correctsNumber }) => from !== listed || correctsNumber !== null)
    .map(({ id, number, to, correctsNumber }) => ({
      key: `report ${id}`,
      date: to,
      what:
        correctsNumber === null
          ? `Scheda ${number} da inviare`
          : `Rettifica della scheda ${correctsNumber} da inviare`,
      to: `/rendicontazioni/${project.slug}/${id}`,
    }));

/** The nearest first; what is known only to the year or month comes at its end. */
export const inTime = (a: Deadline, b: Deadline): number =>
  `${a.date}-99-99`.slice(0, 10) < `${b.date}-99-99`.slice(0, 10) ? -1 : 1;
