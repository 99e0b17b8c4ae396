import { Link } from 'react-router';
import { useMay } from '../api/session.js';
import { useContextLink } from '../frame/project-context.js';
import { Icon } from '../frame/Icon.js';
import type { Target } from './import-queries.js';

/** From the page of what may be imported to where it is; nothing for whom it is not. */
export function ImportLink({ target }: { target: Target }) {
  const may = useMay();
  const link = useContextLink();
  if (!may('import.edit')) return null;
  return (
    <Link className="btn btn-outline-primary" to={link('/importa', { cosa: target })}>
      <Icon name="upload" />
      Importa
    </Link>
  );
}
