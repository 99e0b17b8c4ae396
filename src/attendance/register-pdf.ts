import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { CourseView } from '../courses/course.dto.js';
import { formatDay, formatPartial } from '../kernel/dates.js';
import { formatMinutes } from '../kernel/minutes.js';
import { pdfOf } from '../platform/pdf.js';
import type { Register, RegisterPerson, RegisterSession } from './attendance.dto.js';
import { unionEmblem } from './emblem.js';
import type { RegisterProject } from './register.service.js';

export interface PrintedRegister {
  project: RegisterProject;
  course: CourseView;
  register: Register;
  month: string | undefined;
  names?: ReadonlyMap<string, string>;
  /** As data addresses. */
  logos: string[];
}

const MM = 72 / 25.4;
const GREY = '#5b6f82';
const HEAD = '#e8eef5';
const MARGIN = 10 * MM;
/** Room for a signature, both ways. */
const BOX = 12 * MM;
/** The largest a logo becomes, so that three stand beside the title. */
const LOGO: [number, number] = [28 * MM, 14 * MM];
const NUMBER = 8 * MM;
const NAME = 38 * MM;
const PORTRAIT = 12;
const LANDSCAPE = 18;

/** The register as A4 pages: upright for up to twelve sessions, else lying; more than eighteen go on in a further table. */
export const renderRegister = (printed: PrintedRegister): Promise<Buffer> =>
  pdfOf(definition(printed));

function definition(printed: PrintedRegister): TDocumentDefinitions {
  const { sessions } = printed.register;
  const upright = sessions.length <= PORTRAIT;
  const parts = chunks(sessions, upright ? PORTRAIT : LANDSCAPE);
  return {
    pageSize: 'A4',
    pageOrientation: upright ? 'portrait' : 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, 14 * MM],
    language: 'it',
    info: { title: `Registro presenze — ${printed.course.title}` },
    defaultStyle: { font: 'Roboto', fontSize: 8, lineHeight: 1.1 },
    footer: (page, pages) => footer(printed, page, pages),
    content: [
      header(printed),
      ...parts.map((part, at) => table(printed, part, { upright, first: at === 0 })),
    ],
  };
}

const chunks = (sessions: RegisterSession[], size: number): RegisterSession[][] =>
  sessions.length === 0
    ? [[]]
    : Array.from({ length: Math.ceil(sessions.length / size) }, (_, at) =>
        sessions.slice(at * size, (at + 1) * size),
      );

const footer = ({ course }: PrintedRegister, page: number, pages: number): Content => ({
  columns: [
    { text: `${course.title} · ${course.schoolYear}`, fontSize: 7, color: GREY },
    {
      text: `pagina ${page} di ${pages}`,
      fontSize: 8,
      alignment: 'right',
    },
  ],
  margin: [MARGIN, 4 * MM, MARGIN, 0],
});

const header = ({ project, logos, course, month }: PrintedRegister): Content => ({
  stack: [
    letterhead(project, logos),
    {
      text: `Registro delle presenze${month ? ` — ${formatPartial(month)}` : ''}`,
      fontSize: 13,
      bold: true,
      margin: [0, 2 * MM, 0, 0],
    },
    { text: about(course), margin: [0, 1, 0, 0] },
    { text: teaching(course), color: GREY, margin: [0, 1, 0, 2 * MM] },
    ...(project.demonstration
      ? [{ text: 'Contiene dati dimostrativi.', bold: true, margin: [0, 0, 0, 2] } as Content]
      : []),
  ],
});

function letterhead(
  { title, fund, ofTheUnion, lead, cup }: RegisterProject,
  logos: string[],
): Content {
  const who = [fund, lead && `Capofila: ${lead}`].filter(Boolean).join(' · ');
  return {
    columns: [
      ...(ofTheUnion ? [{ svg: unionEmblem, width: 15 * MM }] : []),
      {
        stack: [
          { text: title, bold: true, fontSize: 10 },
          { text: who, color: GREY },
          { text: cup ? `CUP ${cup}` : 'CUP non configurato' },
        ],
        margin: [ofTheUnion ? 3 * MM : 0, 0, 0, 0],
      },
      ...logos.map((image) => ({ width: 'auto' as const, stack: [{ image, fit: LOGO }] })),
    ],
  };
}

const about = ({ title, schoolYear, schoolName, buildingName, classes }: CourseView): string =>
  [
    title,
    schoolName,
    buildingName,
    classes.length > 0 && `classi ${classes.join(', ')}`,
    `anno scolastico ${schoolYear}`,
  ]
    .filter(Boolean)
    .join(' · ');

const teaching = ({ teachers, plannedMinutes, partnerName }: CourseView): string =>
  [
    teachers.length > 0 &&
      `Docenti: ${teachers.map(({ name, internal }) => `${name} (${internal ? 'interno' : 'esterno'})`).join(', ')}`,
    partnerName && `Ente: ${partnerName}`,
    `Ore previste: ${formatMinutes(plannedMinutes)}`,
  ]
    .filter(Boolean)
    .join(' · ');

const BLANK_ROWS = 15;

/** Everybody but who had withdrawn before the first of these sessions: who came and left later has signed too. */
export const onPaper = ({ people, sessions }: Register): RegisterPerson[] =>
  people.filter(
    ({ status, toDay, marks }) =>
      status !== 'withdrawn' ||
      marks.length > 0 ||
      (toDay !== null && sessions.some(({ day }) => day <= toDay)),
  );

function table(
  { register, names }: PrintedRegister,
  sessions: RegisterSession[],
  { upright, first }: { upright: boolean; first: boolean },
): Content {
  const room = (upright ? 210 : 297) * MM - 2 * MARGIN - NUMBER - NAME;
  const width = Math.max(BOX, Math.floor(room / Math.max(sessions.length, 1)) - 1);
  const people = onPaper(register);
  const rows =
    people.length > 0
      ? people.map((person, at) => personRow(person, at, sessions, names))
      : Array.from({ length: BLANK_ROWS }, (_, at) => [`${at + 1}`, '', ...sessions.map(() => '')]);
  const teacher = ['', { text: 'Firma del docente', bold: true }, ...sessions.map(() => '')];
  return {
    pageBreak: first ? undefined : 'before',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [NUMBER - 9, NAME - 9, ...sessions.map(() => width - 9)],
      heights: (row) => (row === 0 ? 'auto' : BOX),
      body: [head(sessions, names !== undefined), ...rows, teacher],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => GREY,
      vLineColor: () => GREY,
    },
  };
}

const head = (sessions: RegisterSession[], named: boolean): TableCell[] => [
  { text: 'N.', bold: true, fillColor: HEAD },
  { text: named ? 'Cognome e nome' : 'Codice e iniziali', bold: true, fillColor: HEAD },
  ...sessions.map(({ day, startTime, endTime }): TableCell => ({
    text: `${formatDay(day)}${startTime ? `\n${startTime}–${endTime}` : ''}`,
    fontSize: 6.5,
    bold: true,
    alignment: 'center',
    fillColor: HEAD,
  })),
];

function personRow(
  { recipientId, code, initials, status, marks }: RegisterPerson,
  at: number,
  sessions: RegisterSession[],
  names?: ReadonlyMap<string, string>,
): TableCell[] {
  const name = names?.get(recipientId) ?? [code, initials].filter(Boolean).join(' · ');
  const listener = status === 'listener' ? ' (uditore)' : '';
  const marked = new Map(marks.map((mark) => [mark.activityId, mark]));
  return [
    { text: `${at + 1}` },
    { text: `${name}${listener}` },
    ...sessions.map(({ activityId }): TableCell => ({
      text: wordOf(marked.get(activityId)),
      color: GREY,
      fontSize: 6.5,
      alignment: 'right',
    })),
  ];
}

/** What is known already stands small in the box, so that it can still be signed. */
const wordOf = (mark: { present: boolean; minutes: number } | undefined): string =>
  mark === undefined ? '' : mark.present ? formatMinutes(mark.minutes) : 'A';
