import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { packagesQuery } from '../contracts/contract-queries.js';
import { AlertChip, withUnit } from '../contracts/words.js';
import { Card } from '../frame/Card.js';
import { plural } from '../frame/format.js';
import { useContextLink, useProjectContext, useProjectsWith } from '../frame/project-context.js';
import { useScopeQuery } from '../requests/board-state.js';
import { figuresQuery } from '../requests/request-queries.js';

/** Requests that wait for an answer, and packages of hours that run out. Nothing when there are none. */
export function MediationToday() {
  const link = useContextLink();
  const { data } = useQuery(figuresQuery(useScopeQuery()));
  const ending = useEndingPackages();
  const of = (state: string) => data?.byState.find((one) => one.state === state)?.requests ?? 0;
  const waiting = of('received') + of('accepted');
  const contested = of('contested');
  if (waiting + contested + ending.length === 0) return null;
  return (
    <Card title="Mediazione a chiamata">
      {waiting + contested > 0 && (
        <p>
          <Link className="cf-rest" to={link('/mediazione')}>
            {plural(waiting, 'richiesta da assegnare', 'richieste da assegnare')}
            {contested > 0 && `, ${plural(contested, 'contestata', 'contestate')}`}
          </Link>
        </p>
      )}
      {ending.map(({ project, row }) => (
        <p key={`${project.id}${row.key}`}>
          <Link className="cf-rest" to={`/contratti?progetto=${project.slug}`}>
            {row.label}
          </Link>{' '}
          <AlertChip alert={row.alert} /> restano {withUnit(row.unit, row.residual ?? 0)}
        </p>
      ))}
    </Card>
  );
}

function useEndingPackages() {
  const { project } = useProjectContext();
  const mine = useProjectsWith('contract.view').filter(({ id }) => !project || id === project.id);
  const answers = useQueries({ queries: mine.map(({ id }) => packagesQuery(id, 'line')) });
  return mine.flatMap((one, index) =>
    (answers[index]?.data ?? [])
      .filter(({ alert }) => alert !== 'none')
      .map((row) => ({ project: one, row })),
  );
}
