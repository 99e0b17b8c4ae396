import { Card } from '../frame/Card.js';
import { AddIcon, EditIcon } from '../frame/EditIcon.js';
import type { CardProps } from './SheetPeople.js';
import type { Objective } from './words.js';

const HEADINGS: Record<Objective['kind'], string> = {
  general: 'Obiettivo generale',
  specific: 'Obiettivi specifici',
  purpose: 'Finalità',
};

/** The tree of objectives: general ones first, their specific ones under them. */
export function Objectives({ project, edit }: CardProps) {
  const { objectives } = project;
  if (objectives.length === 0 && !edit) return null;
  const roots = objectives.filter(({ parentId }) => parentId === null);
  const kinds = [...new Set(roots.map(({ kind }) => kind))];
  return (
    <Card
      title={titleOf(kinds)}
      action={edit && <AddIcon what="un obiettivo" open={() => edit('obiettivo.nuovo')} />}
    >
      {kinds.length === 0 && <p className="cf-unknown">non noti</p>}
      {kinds.map((kind) => (
        <div key={kind} className="cf-objectives">
          {kinds.length > 1 && <h3>{headingOf(kind, roots)}</h3>}
          <ol>
            {roots
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Node key={one.id} objective={one} all={objectives} edit={edit} />
              ))}
          </ol>
        </div>
      ))}
    </Card>
  );
}

const titleOf = (kinds: Objective['kind'][]): string =>
  kinds.length > 0 && kinds.every((kind) => kind === 'purpose') ? 'Finalità' : 'Obiettivi';

function headingOf(kind: Objective['kind'], roots: Objective[]): string {
  const many = roots.filter((one) => one.kind === kind).length > 1;
  return kind === 'general' && many ? 'Obiettivi generali' : HEADINGS[kind];
}

interface NodeProps {
  objective: Objective;
  all: Objective[];
  edit: CardProps['edit'];
}

function Node({ objective, all, edit }: NodeProps) {
  const under = all.filter(({ parentId }) => parentId === objective.id);
  return (
    <li>
      <p>
        {objective.code && <span className="cf-code">{objective.code}</span>}
        {objective.text}
        {edit && (
          <EditIcon
            what={objective.code ?? 'questo obiettivo'}
            open={() => edit(`obiettivo.${objective.id}`)}
          />
        )}
      </p>
      {under.length > 0 && (
        <ol>
          {under.map((one) => (
            <Node key={one.id} objective={one} all={all} edit={edit} />
          ))}
        </ol>
      )}
    </li>
  );
}
