import { KINDS, MONTHS, PROJECTS, WRITERS } from './seed.mjs';

const DAYS = 28;
const SPREAD_FROM = 14 * 60;
const HALF_HOUR = 30;

/**
 * The n-th activity that the bench adds, for one of its writers: one person, who is never in two places at once.
 * `hot` puts all of them on one project, kind and month; else they spread over the writer's projects and all months.
 */
export function nthActivity({ projects, people }, n, writer, hot) {
  const someone = n % people.length;
  const round = Math.floor(n / people.length);
  const days = hot ? DAYS : DAYS * MONTHS;
  const day = (round + someone * 17) % days;
  const from = (hot ? 0 : SPREAD_FROM) + HALF_HOUR * Math.floor(round / days);
  if (from + HALF_HOUR > (hot ? 8 * 60 : 24 * 60)) throw new Error('no free half hour is left');
  const project = projects[hot ? 0 : projectOf(n, writer)];
  const month = hot ? 0 : Math.floor(day / DAYS);
  return {
    projectId: project.id,
    workItemId: project.workItems[hot ? 0 : (n >> 2) % project.workItems.length],
    participationId: project.participations[n % project.participations.length],
    kind: KINDS[hot ? 0 : n % KINDS.length],
    day: `${2023 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two((day % DAYS) + 1)}`,
    startTime: time(from),
    endTime: time(from + 25),
    minutes: 25,
    place: 'Torino, sportello',
    note: 'Accompagnamento e mediazione con la scuola',
    participants: 4,
    women: 2,
    men: 2,
    staffIds: [people[someone]],
  };
}

/** One of the writer's own projects, as the seed has dealt them out. */
const projectOf = (n, writer) => {
  const own = Math.ceil((PROJECTS - writer) / WRITERS);
  return writer + WRITERS * (Math.floor(n / WRITERS) % own);
};

const two = (number) => String(number).padStart(2, '0');
const time = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
