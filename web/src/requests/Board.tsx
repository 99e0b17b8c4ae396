import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { EmptyState } from '../frame/EmptyState.js';
import { count } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { useContextLink } from '../frame/project-context.js';
import { DemoMark } from '../frame/StateChip.js';
import { Loading } from '../frame/Loading.js';
import { languageName } from '../frame/languages.js';
import { useScopeQuery } from './board-state.js';
import { boardQuery } from './request-queries.js';
import type { Request, RequestState } from './request-queries.js';
import { STATES, whenOf } from './words.js';

/** What somebody still has to do something about, left to right. */
const OPEN: RequestState[] = ['received', 'accepted', 'assigned', 'delivered', 'contested'];
const SHOWN = 6;

interface BoardProps {
  /** Opens a request by its name in the address. */
  open: (name: string) => void;
}

export function Board({ open }: BoardProps) {
  const scope = useScopeQuery();
  const { data, error, refetch } = useQuery(boardQuery({ ...scope, state: OPEN }));
  if (!data) return <Loading {...{ error, refetch }} />;
  if (data.length === 0)
    return (
      <EmptyState
        icon="check-circle"
        title="Nessuna richiesta aperta"
        text="Quando una scuola o un servizio telefona, premi R: bastano pochi secondi."
      />
    );
  return (
    <div className="cf-board" tabIndex={0} role="region" aria-label="Richieste per stato">
      {OPEN.map((state) => (
        <Column
          key={state}
          state={state}
          requests={data.filter((request) => request.state === state).toSorted(byDay)}
          open={open}
        />
      ))}
    </div>
  );
}

const byDay = (a: Request, b: Request): number =>
  `${a.activityDay ?? a.wantedDay}${a.wantedTime}`.localeCompare(
    `${b.activityDay ?? b.wantedDay}${b.wantedTime}`,
  );

interface ColumnProps extends BoardProps {
  state: RequestState;
  requests: Request[];
}

function Column({ state, requests, open }: ColumnProps) {
  const link = useContextLink();
  const { many, icon } = STATES[state];
  const rest = requests.length - SHOWN;
  return (
    <section aria-label={many} className="cf-board-column">
      <h2>
        <Icon name={icon} />
        {many} <span className="cf-count">{count(requests.length)}</span>
      </h2>
      <ul>
        {requests.slice(0, SHOWN).map((request) => (
          <li key={request.id}>
            <RequestCard request={request} open={open} />
          </li>
        ))}
      </ul>
      {requests.length === 0 && <p className="cf-muted">Nessuna</p>}
      {rest > 0 && (
        <Link to={link('/mediazione/tutte', { stato: state })}>Altre {count(rest)}</Link>
      )}
    </section>
  );
}

function RequestCard({ request, open }: { request: Request } & BoardProps) {
  const { projectId, id, organisationName, language, mediatorName, demonstration } = request;
  return (
    <button type="button" className="cf-board-card" onClick={() => open(`${projectId}/${id}`)}>
      <strong>{languageName(language)}</strong>
      <span>{organisationName}</span>
      <small className="cf-num">{whenOf(request)}</small>
      {mediatorName && <small>{mediatorName}</small>}
      <small className="cf-muted">
        n. {request.number} {demonstration && <DemoMark />}
      </small>
    </button>
  );
}
