import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { DataTable, RowAction } from '../frame/DataTable.js';
import { EmptyState } from '../frame/EmptyState.js';
import { Filters } from '../frame/Filters.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useUrlFilters, useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { NetworkDrawing } from './NetworkDrawing.js';
import { ParticipationPanel } from './ParticipationPanel.js';
import { participationColumns } from './participation-columns.js';
import { networkQuery, partnershipQuery } from './project-queries.js';
import { PARTICIPATION_WORDS } from './words.js';
import type { Participation, Project } from './words.js';

const NAMES = ['cerca', 'ruolo', 'categoria'] as const;

/** Who takes part: in one sentence, as a drawing, as a table. */
export default function PartnershipTab({ project }: { project: Project }) {
  const { data: rows, error, refetch } = useQuery(partnershipQuery(project.id));
  const [panel, setPanel] = useUrlValue('apri');
  const mayEdit = useMay()('participation.edit', project.id);
  if (!rows) return <Loading {...{ error, refetch }} />;
  const edit = mayEdit ? setPanel : null;
  return (
    <>
      <Card
        title="La rete"
        lead={leadOf(rows, project)}
        action={edit && <AddButton open={() => edit('nuovo')} />}
      >
        <Drawing projectId={project.id} />
      </Card>
      {rows.length > 0 && <Table rows={rows} edit={edit} />}
      {edit && <OpenPanel projectId={project.id} {...{ panel, rows }} close={() => edit(null)} />}
    </>
  );
}

/** A partner's operator sees its own role: the page says so, lest it be taken for the whole. */
function leadOf(rows: Participation[], { roles }: Project): string | null {
  if (roles.every((role) => role === 'partner')) {
    return 'Qui vedi il ruolo del tuo ente; l’intero partenariato lo vede chi gestisce il progetto.';
  }
  return rows.length > 0 ? sentenceOf(rows) : null;
}

const AddButton = ({ open }: { open: () => void }) => (
  <Button type="button" color="primary" onClick={open}>
    <Icon name="plus" />
    Aggiungi ente
  </Button>
);

function Drawing({ projectId }: { projectId: string }) {
  const { data: network } = useQuery(networkQuery(projectId));
  if (!network) return <div className="cf-net" aria-busy="true" />;
  if (network.nodes.length === 0) {
    return (
      <EmptyState icon="pa" title="Nessun ente" text="Le fonti non nominano il partenariato." />
    );
  }
  return (
    <>
      <NetworkDrawing network={network} />
      {network.edges.length > 0 && <Legend />}
    </>
  );
}

interface OpenPanelProps {
  projectId: string;
  panel: string | null;
  rows: Participation[];
  close: () => void;
}

/** The panel that the address asks for, if it names one that is there. */
function OpenPanel({ projectId, panel, rows, close }: OpenPanelProps) {
  const chosen = rows.find(({ id }) => id === panel) ?? null;
  if (panel !== 'nuovo' && !chosen) return null;
  return <ParticipationPanel key={panel} participation={chosen} {...{ projectId, close }} />;
}

const Legend = () => (
  <ul className="cf-net-legend">
    <li>
      <i className="is-member" />
      fa parte della rete
    </li>
    <li>
      <i className="is-collaboration" />
      collabora, senza farne parte
    </li>
    <li>
      <b>71</b> quanti aderenti una rete dichiara di sé: non si sommano
    </li>
  </ul>
);

/** '1 capofila, 3 partner, 35 aderenti (6 esteri)': bodies of the project, never what networks declare. */
function sentenceOf(rows: Participation[]): string {
  const count = (role: Participation['role']) => rows.filter((row) => row.role === role).length;
  const foreign = count('foreign_adherent');
  const adherents = count('adherent') + foreign;
  const others = Object.entries(PARTICIPATION_WORDS).flatMap(([role, [one, many]]) => {
    const number = count(role as Participation['role']);
    const counted = role === 'adherent' || role === 'foreign_adherent';
    return number === 0 || counted ? [] : [`${number} ${number === 1 ? one : many}`];
  });
  if (adherents > 0) {
    others.push(`${adherents} aderenti${foreign > 0 ? ` (di cui ${foreign} esteri)` : ''}`);
  }
  const invented = rows.filter(({ demonstration }) => demonstration).length;
  const words = plural(invented, 'è un ente', 'sono enti');
  return `${others.join(', ')}${invented > 0 ? `; ${words} di dimostrazione` : ''}.`;
}

interface TableProps {
  rows: Participation[];
  edit: ((id: string) => void) | null;
}

function Table({ rows, edit }: TableProps) {
  const bar = useUrlFilters(NAMES);
  const { filters } = bar;
  const roles = [...new Set(rows.map(({ role }) => role))];
  const categories = [...new Set(rows.flatMap(({ category }) => category ?? []))];
  const text = filters.cerca.toLowerCase();
  const shown = rows.filter(
    (row) =>
      (!filters.ruolo || row.role === filters.ruolo) &&
      (!filters.categoria || row.category === filters.categoria) &&
      `${row.organisationName} ${row.organisationShortName ?? ''}`.toLowerCase().includes(text),
  );
  return (
    <>
      <Filters
        bar={bar}
        fields={[
          { name: 'cerca', label: 'Cerca un ente' },
          {
            name: 'ruolo',
            label: 'Ruolo',
            options: roles.map((value) => ({ value, label: PARTICIPATION_WORDS[value][1] })),
          },
          categories.length > 0 && {
            name: 'categoria',
            label: 'Categoria',
            all: 'Tutte',
            options: categories.map((value) => ({ value, label: value })),
          },
        ]}
      />
      <div className="cf-names">
        <DataTable
          caption="Enti del partenariato"
          columns={participationColumns(rows)}
          rows={shown}
          rowKey={({ id }) => id}
          actions={
            edit
              ? ({ id, organisationName }) => (
                  <RowAction
                    icon="pencil"
                    label={`Modifica il ruolo di ${organisationName}`}
                    onClick={() => edit(id)}
                  />
                )
              : undefined
          }
          empty={<EmptyState icon="search" title="Nessun ente con questi filtri" />}
        />
      </div>
    </>
  );
}
