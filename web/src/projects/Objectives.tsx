import { Card } from '../frame/Card.js';
import type { Project } from './words.js';

type Objective = Project['objectives'][number];

const HEADINGS: Record<Objective['kind'], string> = {
  general: 'Obiettivo generale',
  specific: 'Obiettivi specifici',
  purpose: 'Finalità',
};

/** The tree of objectives: general ones first, their specific ones under them. */
export function Objectives({ project }: { project: Project }) {
  const { objectives } = project;
  if (objectives.length === 0) return null;
  const roots = objectives.filter(({ parentId }) => parentId === null);
  const kinds = [...new Set(roots.map(({ kind }) => kind))];
  return (
    <Card title={kinds.every((kind) => kind === 'purpose') ? 'Finalità' : 'Obiettivi'}>
      {kinds.map((kind) => (
        <div key={kind} className="cf-objectives">
          {kinds.length > 1 && <h3>{headingOf(kind, roots)}</h3>}
          <ol>
            {roots
              .filter((one) => one.kind === kind)
              .map((one) => (
                <Node key={one.id} objective={one} all={objectives} />
              ))}
          </ol>
        </div>
      ))}
    </Card>
  );
}

function headingOf(kind: Objective['kind'], roots: Objective[]): string {
  const many = roots.filter((one) => one.kind === kind).length > 1;
  return kind === 'general' && many ? 'Obiettivi generali' : HEADINGS[kind];
}

function Node({ objective, all }: { objective: Objective; all: Objective[] }) {
  const under = all.filter(({ parentId }) => parentId === objective.id);
  return (
    <li>
      <p>
        {objective.code && <span className="cf-code">{objective.code}</span>}
        {objective.text}
      </p>
      {under.length > 0 && (
        <ol>
          {under.map((one) => (
            <Node key={one.id} objective={one} all={all} />
          ))}
        </ol>
      )}
    </li>
  );
}
