import '../projects/projects.css';
import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { EditIcon } from '../frame/EditIcon.js';
import { EmptyState } from '../frame/EmptyState.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { CallFacts } from '../projects/CallCard.js';
import { fundsQuery } from '../projects/project-queries.js';
import { CallPanel } from './CallPanel.js';
import { FundPanel, NodePanel, ProgrammePanel } from './ProgrammePanels.js';
import type { Call, Fund, Programme, ProgrammeNode } from './programme-queries.js';
import { NODE_KINDS } from './words.js';

type Edit = ((panel: string) => void) | null;

/** Who pays and what each call asks: data that every project stands on. */
export default function ProgrammesPage() {
  const { data: funds, error, refetch } = useQuery(fundsQuery);
  const [panel, setPanel] = useUrlValue('apri');
  const mayEdit = useMay()('programme.edit');
  const edit = mayEdit ? setPanel : null;
  if (!funds) return <Loading {...{ error, refetch }} />;
  return (
    <div className="cf-page">
      <PageHeader
        title="Programmi e avvisi"
        parent={{ to: '/progetti', label: 'Progetti' }}
        state="Chi finanzia, con quali codici, e che cosa chiede ogni avviso."
        action={edit && <AddButton label="Nuovo fondo" open={() => edit('fondo')} primary />}
      />
      {funds.length === 0 && (
        <EmptyState title="Ancora nessun fondo" text="Un progetto può stare anche senza." />
      )}
      {funds.map((fund) => (
        <FundCard key={fund.id} {...{ fund, edit }} />
      ))}
      {edit && panel && (
        <OpenPanel key={panel} {...{ panel, funds }} close={() => setPanel(null)} />
      )}
    </div>
  );
}

function AddButton(props: { label: string; open: () => void; primary?: boolean }) {
  const { label, open, primary } = props;
  return (
    <Button
      type="button"
      color="primary"
      outline={!primary}
      size={primary ? undefined : 'sm'}
      onClick={open}
    >
      <Icon name="plus" />
      {label}
    </Button>
  );
}

function FundCard({ fund, edit }: { fund: Fund; edit: Edit }) {
  return (
    <Card
      title={`${fund.name} (${fund.code})`}
      lead={fund.note}
      action={
        edit && (
          <>
            <AddButton label="Programma" open={() => edit(`programma.${fund.id}`)} />
            <EditIcon what={`il fondo ${fund.code}`} open={() => edit(`fondo.${fund.id}`)} />
          </>
        )
      }
    >
      <div className="cf-stack">
        {fund.programmes.length === 0 && <p className="cf-muted">Nessun programma.</p>}
        {fund.programmes.map((programme) => (
          <ProgrammePart key={programme.id} {...{ programme, edit }} />
        ))}
      </div>
    </Card>
  );
}

function ProgrammePart({ programme, edit }: { programme: Programme; edit: Edit }) {
  const { id, name, years, nodes, calls } = programme;
  return (
    <section className="cf-programme">
      <header className="cf-card-head">
        <h3>{[name, years].filter(Boolean).join(' · ')}</h3>
        {edit && (
          <div className="cf-buttons">
            <AddButton label="Posizione" open={() => edit(`posizione.${id}`)} />
            <AddButton label="Avviso" open={() => edit(`avviso.${id}`)} />
            <EditIcon what={`il programma ${name}`} open={() => edit(`programma.${id}`)} />
          </div>
        )}
      </header>
      {nodes.length > 0 && <Tree {...{ nodes, edit }} parentId={null} />}
      {calls.map((call) => (
        <CallPart key={call.id} {...{ call, edit }} />
      ))}
    </section>
  );
}

function Tree(props: { nodes: ProgrammeNode[]; parentId: string | null; edit: Edit }) {
  const { nodes, parentId, edit } = props;
  const here = nodes.filter((node) => node.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ul className="cf-tree">
      {here.map((node) => (
        <li key={node.id}>
          <span className="cf-code">{node.code}</span>
          {node.label} <span className="cf-muted">{NODE_KINDS[node.kind]}</span>
          {edit && <EditIcon what={node.code} open={() => edit(`posizione.${node.id}`)} />}
          <Tree {...{ nodes, edit }} parentId={node.id} />
        </li>
      ))}
    </ul>
  );
}

/** Closed at first: its categories and rules are long. */
function CallPart({ call, edit }: { call: Call; edit: Edit }) {
  const { title, year, costCategories, rules, note } = call;
  const missing = rules.filter(({ value }) => !value).length;
  return (
    <details className="cf-call-part">
      <summary>
        <strong>{title}</strong>{' '}
        <span className="cf-muted">
          {[
            year,
            plural(costCategories.length, 'voce di costo', 'voci di costo'),
            plural(rules.length, 'regola', 'regole'),
            missing > 0 ? `${missing} da configurare` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </summary>
      {edit && (
        <div className="cf-buttons">
          <Button
            type="button"
            color="primary"
            outline
            size="sm"
            onClick={() => edit(`avviso.${call.id}`)}
          >
            <Icon name="pencil" />
            Modifica avviso
          </Button>
        </div>
      )}
      {note && <p className="cf-muted">{note}</p>}
      <CallFacts call={call} />
    </details>
  );
}

interface OpenPanelProps {
  panel: string;
  funds: Fund[];
  close: () => void;
}

/** 'fondo.<id>' changes one; under the id of what holds it, a new one is made. */
function OpenPanel({ panel, funds, close }: OpenPanelProps) {
  const [part = '', id = ''] = panel.split('.');
  const programmes = funds.flatMap((fund) => fund.programmes);
  if (part === 'fondo') return <FundPanel fund={one(funds, id)} close={close} />;
  if (part === 'programma') {
    return <ProgrammePanel programme={one(programmes, id)} fundId={id} close={close} />;
  }
  const holds = ({ nodes, calls }: Programme) => one([...nodes, ...calls], id) !== null;
  const programme = one(programmes, id) ?? programmes.find(holds);
  if (!programme) return null;
  return part === 'avviso' ? (
    <CallPanel call={one(programme.calls, id)} programmeId={programme.id} close={close} />
  ) : (
    <NodePanel node={one(programme.nodes, id)} programme={programme} close={close} />
  );
}

const one = <Row extends { id: string }>(rows: Row[], wanted: string): Row | null =>
  rows.find(({ id }) => id === wanted) ?? null;
