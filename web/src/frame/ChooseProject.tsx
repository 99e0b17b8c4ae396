import { Link } from 'react-router';
import type { MyProject } from '../api/session.js';
import { DataTable } from './DataTable.js';
import type { Column } from './DataTable.js';

interface ChooseProjectProps {
  projects: MyProject[];
  /** The page to open in the project. */
  path: string;
}

/** For pages that show one project at a time. */
export function ChooseProject({ projects, path }: ChooseProjectProps) {
  const columns: Column<MyProject>[] = [
    {
      key: 'project',
      header: 'Progetto',
      phone: 'title',
      cell: ({ slug, title }) => <Link to={`${path}?progetto=${slug}`}>{title}</Link>,
    },
  ];
  return (
    <DataTable
      caption="I miei progetti"
      columns={columns}
      rows={projects}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}
