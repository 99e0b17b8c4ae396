import type { Facts } from '../facts.js';
import type { ParticipationFact } from '../facts-of-work.js';
import { type Cell, type Figures, left, right, type Section, type Table, text } from './figure.js';
import { minutesOf, oneOf, toldWork } from './general.js';
import { roleWords } from './words.js';

/** Soggetti della rete: who takes part, in which role, and what each delivered in the period. */
export const network = (facts: Facts, figures: Figures): Section => ({
  key: 'network',
  title: 'Soggetti della rete',
  texts: [],
  tables: [byRole(facts, figures), subjects(facts, figures)],
});

function byRole({ participations }: Facts, figures: Figures): Table {
  const present = Object.keys(roleWords).filter((role) =>
    participations.some((p) => p.role === role),
  );
  const counted = (role: string): Cell =>
    figures.add(
      `network.${role}`,
      `Soggetti con ruolo: ${roleWords[role]}`,
      'count',
      participations
        .filter((p) => p.role === role)
        .map(({ id }) => ({ table: 'participation', id, amount: '1' })),
    );
  return {
    title: 'Soggetti per ruolo',
    columns: [left('Ruolo'), right('Soggetti')],
    rows: present.map((role) => [text(roleWords[role]), counted(role)]),
    note: 'Le dimensioni dichiarate delle reti non si sommano ai soggetti elencati.',
  };
}

function subjects(facts: Facts, figures: Figures): Table {
  const order = Object.keys(roleWords);
  const sorted = [...facts.participations].sort(
    (a, b) => order.indexOf(a.role) - order.indexOf(b.role),
  );
  return {
    title: 'Ruolo e attività di ciascun soggetto',
    columns: [
      left('Soggetto'),
      left('Ruolo'),
      right('Attività del periodo'),
      right('Ore del periodo'),
    ],
    rows: sorted.map((subject) => row(subject, facts, figures)),
    note: null,
  };
}

function row(subject: ParticipationFact, facts: Facts, figures: Figures): Cell[] {
  const delivered = toldWork(facts).period.filter(
    (activity) => activity.participationId === subject.id,
  );
  const role = [roleWords[subject.role], subject.category, subject.via && `tramite ${subject.via}`];
  const cells = [text(subject.organisation), text(role.filter((part) => part).join(', '))];
  if (delivered.length === 0) return [...cells, text(null), text(null)];
  const key = `network.subject.${subject.id}`;
  const label = subject.organisation;
  return [
    ...cells,
    figures.add(
      `${key}.activities`,
      `${label}: attività`,
      'count',
      delivered.map((a) => oneOf(a)),
    ),
    figures.add(
      `${key}.minutes`,
      `${label}: ore`,
      'minutes',
      delivered.map((a) => minutesOf(a)),
    ),
  ];
}
