import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface ActivityLinkProps {
  projectId: string;
  id: string;
  children: ReactNode;
}

/** To the sheet of one activity, from a row of a figure. */
export const ActivityLink = ({ projectId, id, children }: ActivityLinkProps) => (
  <Link to={`/attivita?attivita=${projectId}.${id}`}>{children}</Link>
);
