import { formatDay, formatPartial } from '../kernel/dates.js';
import type { ProjectState } from '../projects/project.entity.js';
import type { SheetFacts } from './public-sheet.queries.js';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STATES: Partial<Record<ProjectState, string>> = {
  active: 'Attività in corso',
  concluded: 'Attività conclusa',
  archived: 'Attività conclusa',
};

/** The public sheet of a project as a page that needs no script, with its facts as JSON-LD. */
export function sheetPage(facts: SheetFacts, address: string): string {
  const name = safe(facts.title);
  const feeds = facts.feeds.map(
    ({ slug, title }) =>
      `<link rel="alternate" type="application/rss+xml" title="${safe(title)}" href="/api/v1/feeds/${slug}/rss.xml">`,
  );
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${safe((facts.summary ?? facts.title).slice(0, 300))}">
<link rel="canonical" href="${safe(address)}">
<link rel="icon" href="/favicon.svg">
<link rel="stylesheet" href="/scheda.css">
${feeds.join('\n')}
<script type="application/ld+json">${jsonLd(facts, address)}</script>
</head>
<body>
<header><p>Scheda del progetto</p></header>
<main>
<h1>${name}</h1>
${facts.demonstration ? '<p class="demo">Progetto dimostrativo: i suoi dati sono inventati.</p>' : ''}
${sectionsOf(facts).join('\n')}
</main>
</body>
</html>
`;
}

function sectionsOf(facts: SheetFacts): string[] {
  const responsible = facts.team.filter((member) => isResponsible(member.function));
  return [
    section('Anno', paragraph(yearsOf(facts))),
    section('Ambiti tematici', paragraph(facts.areas.join(', '))),
    section('Attività', paragraph(facts.summary)),
    section('Obiettivi', paragraph(facts.aims) + items(facts.objectives.map(safe))),
    section('Prodotti', items([...facts.actions.map(action), ...facts.products.map(safe)])),
    section('Ente capofila', paragraph(facts.lead)),
    section('Partner', items(facts.partners.map(safe))),
    section('Responsabile di progetto', paragraph(namesOf(responsible))),
    section('Gruppo di lavoro', paragraph(namesOf(facts.team))),
    section('Contenuti pubblicati', items(facts.contents.map(content))),
    section('Feed', items(facts.feeds.map(feed))),
    section('Stato', paragraph(STATES[facts.state])),
  ];
}

const isResponsible = (name: string | null): boolean => /^responsabile/i.test(name ?? '');
const namesOf = (team: SheetFacts['team']): string =>
  [...new Set(team.map(({ name }) => name))].join(', ');

function yearsOf({ starts, ends, executionYears }: SheetFacts): string | null {
  if (executionYears) return executionYears;
  if (!starts && !ends) return null;
  return [starts, ends].map((date) => (date ? formatPartial(date) : '…')).join(' – ');
}

const action = ({ code, title, description }: SheetFacts['actions'][number]): string =>
  `<strong>${safe(code)}</strong> ${safe(title)}${description ? `. ${safe(description)}` : ''}`;

const content = ({ title, url, publishedOn, demonstration }: SheetFacts['contents'][number]) =>
  `<a href="${safe(url)}">${safe(title)}</a>, ${formatDay(publishedOn)}${demonstration ? ' (dimostrativo)' : ''}`;

const feed = ({ slug, title, sites }: SheetFacts['feeds'][number]): string =>
  `${safe(title)}: <a href="/api/v1/feeds/${slug}/rss.xml">RSS</a>, <a href="/api/v1/feeds/${slug}/atom.xml">Atom</a>${
    sites.length > 0 ? `; lo riprendono ${safe(sites.join(', '))}` : ''
  }`;

const paragraph = (text: string | null | undefined): string =>
  text
    ? text
        .split(/\n+/)
        .map((line) => `<p>${safe(line)}</p>`)
        .join('')
    : '';

const items = (list: string[]): string =>
  list.length > 0 ? `<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';

/** A part of which nothing is known is left out. */
const section = (title: string, body: string): string =>
  body ? `<section><h2>${title}</h2>${body}</section>` : '';

/** A closing tag inside a text must not end the script. */
const jsonLd = (facts: SheetFacts, address: string): string =>
  JSON.stringify(linkedData(facts, address)).replaceAll('<', '\\u003c');

/** The facts in the words of schema.org. */
export function linkedData(facts: SheetFacts, address: string): object {
  const organisation = (name: string) => ({ '@type': 'Organization', name });
  const people = [...new Set(facts.team.map(({ name }) => name))];
  return {
    '@context': 'https://schema.org',
    '@type': 'Project',
    '@id': address,
    name: facts.title,
    ...(facts.acronym ? { alternateName: facts.acronym } : {}),
    ...(facts.summary ? { description: facts.summary } : {}),
    ...(facts.starts ? { foundingDate: facts.starts } : {}),
    ...(facts.ends ? { dissolutionDate: facts.ends } : {}),
    ...(facts.website ? { url: facts.website } : {}),
    ...(facts.areas.length > 0 ? { knowsAbout: facts.areas } : {}),
    ...(facts.fund ? { funder: organisation(facts.fund) } : {}),
    ...(facts.lead ? { parentOrganization: organisation(facts.lead) } : {}),
    member: [
      ...facts.partners.map(organisation),
      ...people.map((name) => ({ '@type': 'Person', name })),
    ],
  };
}
