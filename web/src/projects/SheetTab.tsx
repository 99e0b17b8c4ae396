import { Button } from 'design-react-kit';
import { Card, Facts } from '../frame/Card.js';
import { EditIcon } from '../frame/EditIcon.js';
import { day, period } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { CallCard } from './CallCard.js';
import { LogosCard } from './LogosCard.js';
import { Objectives } from './Objectives.js';
import { SheetPanels } from './SheetPanels.js';
import { LinksCard, TeamCard } from './SheetPeople.js';
import type { CardProps } from './SheetPeople.js';
import { countryName } from '../frame/countries.js';
import { FUNCTIONS, siteName, STEPS } from './words.js';
import type { Project } from './words.js';

/** What the project is: description, position, places, what we do in it, who works on it, what it is tied to. */
export function SheetTab({ project }: { project: Project }) {
  const [panel, setPanel] = useUrlValue('apri');
  const card = (permission: string): CardProps => ({
    project,
    edit: project.permissions.includes(permission) ? setPanel : null,
  });
  return (
    <div className="cf-sheet">
      <div className="cf-sheet-main">
        <AboutCard project={project} />
        <Objectives {...card('plan.edit')} />
        <LinksCard {...card('project.edit')} />
      </div>
      <div className="cf-sheet-side">
        <PositionCard {...card('project.edit')} />
        <FunctionsCard project={project} />
        <TeamCard {...card('team.edit')} />
        <PlacesCard {...card('project.edit')} />
        {project.permissions.includes('project.edit') && <LogosCard project={project} />}
      </div>
      {project.fund?.call && (
        <div className="cf-sheet-whole">
          <CallCard callId={project.fund.call.id} />
        </div>
      )}
      <SheetPanels {...{ project, panel }} close={() => setPanel(null)} />
    </div>
  );
}

export function EditButton({ project }: { project: Project }) {
  const [, setPanel] = useUrlValue('apri');
  return (
    <Button
      type="button"
      color="primary"
      outline
      title={`Modifica la scheda di ${project.title}`}
      onClick={() => setPanel('modifica')}
    >
      <Icon name="pencil" />
      Modifica scheda
    </Button>
  );
}

function AboutCard({ project }: { project: Project }) {
  return (
    <Card title="Il progetto" lead={project.title}>
      <div className="cf-prose">
        {project.summary ? (
          <p>{project.summary}</p>
        ) : (
          <p className="cf-unknown">Nessuna descrizione.</p>
        )}
        {project.aims && (
          <p>
            <strong>Finalità.</strong> {project.aims}
          </p>
        )}
        {project.aliases.length > 0 && (
          <p className="cf-muted">Chiamato anche: {project.aliases.join(' · ')}</p>
        )}
        {project.source && <p className="cf-muted">Fonte: {project.source}</p>}
        {project.holdsDemonstration && (
          <p className="cf-demo-note">
            <Icon name="info-circle" />
            Accanto ai fatti ci sono dati inventati per la dimostrazione: portano il segno «demo».
          </p>
        )}
      </div>
    </Card>
  );
}

function PositionCard({ project, edit }: CardProps) {
  const note = project.fund?.note;
  return (
    <Card
      title="Finanziamento e tempi"
      action={edit && <EditIcon what="finanziamento e codici" open={() => edit('finanziamento')} />}
    >
      <Facts
        rows={[
          { term: 'Periodo', value: periodOf(project) },
          ...known('Esecuzione', project.executionYears),
          ...fundFacts(project.fund),
          ...known('Annualità', project.annuality),
          ...known('Presentato nel', project.submittedYear),
          { term: 'CUP', value: project.cup && <span className="cf-num">{project.cup}</span> },
          ...project.codes.map(({ scheme, code }) => ({ term: `Codice ${scheme}`, value: code })),
          { term: 'Sito', value: project.website && <Site url={project.website} /> },
        ]}
      />
      {note && <p className="cf-muted cf-card-note">{note}</p>}
    </Card>
  );
}

/** A fact that is only worth a line when somebody knows it. */
const known = (term: string, value: string | number | null | undefined) =>
  value === null || value === undefined ? [] : [{ term, value: String(value) }];

/** Fund, programme, every step of its tree, call. */
function fundFacts(fund: Project['fund']) {
  if (!fund) return [{ term: 'Fondo', value: null }];
  return [
    { term: 'Fondo', value: `${fund.name} (${fund.code})` },
    ...known('Programma', fund.programmeName),
    ...fund.steps.map(({ kind, code, label }) => ({
      term: STEPS[kind] ?? kind,
      value: `${code}${code.endsWith(')') ? '' : '.'} ${label}`,
    })),
    ...known('Avviso', fund.call?.title),
  ];
}

const Site = ({ url }: { url: string }) => (
  <a href={url} target="_blank" rel="noreferrer">
    {siteName(url)}
  </a>
);

const periodOf = ({ starts, ends }: Project) => {
  if (!starts && !ends) return null;
  return starts === ends ? day(starts) : period(starts, ends);
};

function FunctionsCard({ project }: { project: Project }) {
  return (
    <Card title="Che cosa facciamo noi">
      {project.functionsKnown ? (
        <ul className="cf-tags">
          {project.functions.map((name) => (
            <li key={name}>{FUNCTIONS[name]}</li>
          ))}
          {project.functions.length === 0 && <li>nessuna funzione</li>}
        </ul>
      ) : (
        <p className="cf-unknown">non noto</p>
      )}
      {project.functionsNote && <p className="cf-muted cf-card-note">{project.functionsNote}</p>}
    </Card>
  );
}

function PlacesCard({ project, edit }: CardProps) {
  const list = (items: string[]) =>
    items.length > 0 ? (
      <ul className="cf-tags">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ) : null;
  const places = project.places.map(({ country, region, province }) =>
    [province, region, countryName(country)].filter(Boolean).join(', '),
  );
  return (
    <Card
      title="Dove, su che cosa, per chi"
      action={edit && <EditIcon what="luoghi, ambiti e comunità" open={() => edit('luoghi')} />}
    >
      <Facts
        rows={[
          { term: 'Luoghi', value: list(places) },
          { term: 'Ambiti tematici', value: list(project.areas) },
          {
            term: 'Comunità e destinatari',
            value: list(project.communities.map(({ label }) => label)),
          },
        ]}
      />
    </Card>
  );
}
