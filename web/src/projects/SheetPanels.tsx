import type { ReactNode } from 'react';
import { EditProject } from './EditProject.js';
import { LinksPanel } from './LinksPanel.js';
import { ObjectivePanel } from './ObjectivePanel.js';
import { PlacesPanel } from './PlacesPanel.js';
import { PositionPanel } from './PositionPanel.js';
import { TeamPanel } from './TeamPanel.js';
import type { Project } from './words.js';

interface SheetPanelsProps {
  project: Project;
  /** What the address asks for: 'modifica', 'luoghi', 'obiettivo.nuovo', 'gruppo.<id>'… */
  panel: string | null;
  close: () => void;
}

/** The panel of the sheet that is open, if the caller may change what it shows. */
export function SheetPanels({ project, panel, close }: SheetPanelsProps) {
  const [part = '', id] = panel?.split('.') ?? [];
  const shown = PARTS[part];
  if (!shown || !project.permissions.includes(shown.permission)) return null;
  return <shown.Panel key={panel} {...{ project, id, close }} />;
}

interface PartProps {
  project: Project;
  id: string | undefined;
  close: () => void;
}

/** Null for a new one; undefined for one that is not there any more. */
const one = <Row extends { id: string }>(rows: Row[], wanted = 'nuovo'): Row | null | undefined =>
  wanted === 'nuovo' ? null : rows.find(({ id }) => id === wanted);

const PARTS: Record<string, { permission: string; Panel: (props: PartProps) => ReactNode }> = {
  modifica: { permission: 'project.edit', Panel: EditProject },
  luoghi: { permission: 'project.edit', Panel: PlacesPanel },
  finanziamento: { permission: 'project.edit', Panel: PositionPanel },
  collegamenti: { permission: 'project.edit', Panel: LinksPanel },
  obiettivo: {
    permission: 'plan.edit',
    Panel: ({ project, id, close }) => {
      const objective = one(project.objectives, id);
      return objective !== undefined && <ObjectivePanel {...{ project, objective, close }} />;
    },
  },
  gruppo: {
    permission: 'team.edit',
    Panel: ({ project, id, close }) => {
      const member = one(project.team, id);
      return member !== undefined && <TeamPanel {...{ project, member, close }} />;
    },
  },
};
