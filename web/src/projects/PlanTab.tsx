import { Button } from 'design-react-kit';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/session.js';
import { Card } from '../frame/Card.js';
import { EmptyState } from '../frame/EmptyState.js';
import { period } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { DemoMark } from '../frame/StateChip.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { Loading } from '../frame/Loading.js';
import { PlanVersions } from './PlanVersions.js';
import { deliverablesQuery, planQuery } from './project-queries.js';
import { WorkItemPanel } from './WorkItemPanel.js';
import { ITEM_KINDS } from './words.js';
import type { Deliverable, Project, WorkItem } from './words.js';

/** Actions, phases and what is under them, each with its products and the objectives it serves. */
export default function PlanTab({ project }: { project: Project }) {
  const { data: items, error, refetch } = useQuery(planQuery(project.id));
  const { data: deliverables = [] } = useQuery(deliverablesQuery(project.id));
  const [panel, setPanel] = useUrlValue('apri');
  const mayEdit = useMay()('plan.edit', project.id);
  if (!items) return <Loading {...{ error, refetch }} />;
  const edit = mayEdit ? setPanel : null;
  return (
    <>
      <PlanVersions
        projectId={project.id}
        action={mayEdit && <AddButton open={() => setPanel('nuova')} />}
      />
      {items.length === 0 && (
        <EmptyState
          icon="list"
          title="Il piano è vuoto"
          text="Aggiungi azioni, pacchetti di lavoro o fasi: le attività si registrano su queste voci."
        />
      )}
      <ol className="cf-plan">
        {items
          .filter(({ parentId }) => parentId === null)
          .map((item) => (
            <Item key={item.id} {...{ item, items, deliverables, project, edit }} />
          ))}
      </ol>
      {edit && <OpenPanel panel={panel} {...{ project, items }} close={() => setPanel(null)} />}
    </>
  );
}

const AddButton = ({ open }: { open: () => void }) => (
  <Button type="button" color="primary" onClick={open}>
    <Icon name="plus" />
    Aggiungi voce
  </Button>
);

interface OpenPanelProps {
  panel: string | null;
  project: Project;
  items: WorkItem[];
  close: () => void;
}

/** The panel that the address asks for, if it names one that is there. */
function OpenPanel({ panel, project, items, close }: OpenPanelProps) {
  const chosen = items.find(({ id }) => id === panel) ?? null;
  if (panel !== 'nuova' && !chosen) return null;
  return <WorkItemPanel key={panel} item={chosen} {...{ project, items, close }} />;
}

interface ItemProps {
  item: WorkItem;
  items: WorkItem[];
  deliverables: Deliverable[];
  project: Project;
  edit: ((id: string) => void) | null;
}

function Item(props: ItemProps) {
  const { item, items, deliverables, project, edit } = props;
  const own = deliverables.filter(({ workItemId }) => workItemId === item.id);
  const codes = item.objectiveIds.flatMap(
    (id) => project.objectives.find((objective) => objective.id === id)?.code ?? [],
  );
  return (
    <li>
      <Card
        title={item.title}
        lead={<Facts item={item} codes={codes} />}
        action={
          edit && (
            <button
              type="button"
              className="cf-icon-button"
              title={`Modifica ${item.code}`}
              onClick={() => edit(item.id)}
            >
              <Icon name="pencil" label={`Modifica ${item.code}: ${item.title}`} />
            </button>
          )
        }
      >
        {item.description && <p className="cf-prose">{item.description}</p>}
        {own.length > 0 && (
          <>
            <h3 className="cf-card-subtitle">Prodotti</h3>
            <ul className="cf-tags">
              {own.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <ol className="cf-plan">
        {items
          .filter(({ parentId }) => parentId === item.id)
          .map((child) => (
            <Item key={child.id} {...props} item={child} />
          ))}
      </ol>
    </li>
  );
}

function Facts({ item, codes }: { item: WorkItem; codes: string[] }) {
  const dates = item.starts || item.ends ? period(item.starts, item.ends) : 'date non note';
  return (
    <span className="cf-state-line">
      <span className="cf-code">{item.code}</span>
      <span>{ITEM_KINDS[item.kind]}</span>
      <span className="cf-num">{dates}</span>
      {codes.length > 0 && <span>serve {codes.join(', ')}</span>}
      {item.demonstration && <DemoMark />}
    </span>
  );
}
