import { Link } from 'react-router';
import { useMe } from '../api/session.js';
import { useContextLink } from '../frame/project-context.js';
import { Icon } from '../frame/Icon.js';
import type { Target } from './import-queries.js';
import { targetsIn } from './words.js';

/** From the page of what may be imported to where it is; nothing for whom it is not. */
export function ImportLink({ target }: { target: Target }) {
  const link = useContextLink();
  const { projects } = useMe();
  const may = projects.some(
    (project) => project.permissions.includes('import.edit') && targetsIn(project).includes(target),
  );
  if (!may) return null;
  return (
    <Link className="btn btn-outline-primary" to={link('/importa', { cosa: target })}>
      <Icon name="upload" />
      Importa
    </Link>
  );
}
