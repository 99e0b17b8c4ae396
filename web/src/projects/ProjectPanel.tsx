import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { EditPanel } from '../frame/EditPanel.js';
import { useSeen } from '../frame/useSeen.js';
import { changeProject, useProjectsChanged } from './project-queries.js';
import type { ProjectChange } from './project-queries.js';
import type { Project } from './words.js';

interface ProjectPanelProps<Values extends FieldValues> {
  project: Project;
  title: string;
  lead?: string;
  valuesOf: (project: Project) => Values;
  bodyOf: (values: Values) => ProjectChange;
  close: () => void;
  children: ReactNode;
}

/** One part of the project's sheet as a form. */
export function ProjectPanel<Values extends FieldValues>(props: ProjectPanelProps<Values>) {
  const { title, lead, valuesOf, bodyOf, close, children } = props;
  const { row: project, values, standing } = useSeen(props.project, valuesOf);
  return (
    <EditPanel
      {...{ title, lead, values, standing, close, children }}
      said="Scheda aggiornata."
      write={(typed, key) => changeProject(project, bodyOf(typed), key)}
      changed={useProjectsChanged()}
      wide
    />
  );
}
