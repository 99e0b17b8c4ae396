import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, RefObject } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { Icon } from '../frame/Icon.js';
import { SidePanel } from '../frame/SidePanel.js';
import '../frame/grid/grid.css';
import { useAttempt } from '../frame/useAttempt.js';
import {
  addView,
  changeView,
  removeView,
  type SavedView,
  type ViewPage,
  viewsQuery,
} from './view-queries.js';

interface SavedViewsProps {
  page: ViewPage;
  /** With whom a view can be shared: the members of the project of the context. */
  projectId: string | null;
}

/** What belongs to the moment, not to the view. */
const PASSING = ['attivita', 'registra', 'apri'];

const addressOf = (search: string): string => {
  const params = new URLSearchParams(search);
  for (const name of PASSING) params.delete(name);
  return params.toString();
};

/** Filters, columns and order of the address, by name: to open again, to share, to open first. */
export function SavedViews(props: SavedViewsProps & { suggested?: string }) {
  const { page, suggested = '' } = props;
  const { data: views = [] } = useQuery(viewsQuery(page));
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const box = useRef<HTMLDetailsElement>(null);
  useFirstView(views);
  const here = addressOf(search);
  const now = views.find(({ address }) => address === here);
  const open = (view: SavedView) => {
    if (box.current) box.current.open = false;
    void navigate({ pathname, search: view.address });
  };
  if (!now && suggested !== '')
    return (
      <>
        {views.length > 0 && <ViewMenu {...{ views, open, box }} />}
        <SaveView {...props} address={here} suggested={suggested} />
      </>
    );
  return <ViewMenu {...{ views, open, box, now, page }} />;
}

interface ViewMenuProps {
  views: SavedView[];
  open: (view: SavedView) => void;
  box: RefObject<HTMLDetailsElement | null>;
  now?: SavedView;
  page?: ViewPage;
}

function ViewMenu({ views, open, box, now, page = 'activities' }: ViewMenuProps) {
  if (views.length === 0) return null;
  return (
    <details className="cf-drop" ref={box}>
      <summary className="btn btn-outline-primary">
        <Icon name="bookmark" />
        {now?.name ?? 'Viste'}
      </summary>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <button type="button" onClick={() => open(view)} aria-current={view === now}>
              {view.name}
              {view.opensFirst && ' (si apre per prima)'}
              {!view.own && ' (condivisa)'}
            </button>
          </li>
        ))}
        {now?.own && <OwnView view={now} page={page} />}
      </ul>
    </details>
  );
}

interface SaveViewProps extends SavedViewsProps {
  address: string;
  /** A name that says what the view shows. */
  suggested: string;
}

/** A filter that has no name yet gets one with a click and Enter: the words of its chips are proposed. */
function SaveView(props: SaveViewProps) {
  const [saving, setSaving] = useState(false);
  if (!saving)
    return (
      <Button type="button" color="primary" outline onClick={() => setSaving(true)}>
        <Icon name="bookmark" />
        Salva la vista
      </Button>
    );
  return (
    <SidePanel
      title="Salva la vista"
      lead="Filtri, colonne e ordine, con un nome."
      onClose={() => setSaving(false)}
    >
      <NewView {...props} done={() => setSaving(false)} />
    </SidePanel>
  );
}

/** A page that is opened without any wish shows the view that its user has chosen for that. */
function useFirstView(views: SavedView[]): void {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const done = useRef(false);
  const first = views.find(({ opensFirst }) => opensFirst);
  useEffect(() => {
    if (views.length === 0 || done.current) return;
    done.current = true;
    if (first && search === '')
      void navigate({ pathname, search: first.address }, { replace: true });
  }, [views, first, search, pathname, navigate]);
}

function useChange(page: ViewPage) {
  const client = useQueryClient();
  return useAttempt(() => client.invalidateQueries({ queryKey: ['views', page] }));
}

interface NewViewProps extends SaveViewProps {
  done: () => void;
}

function NewView({ page, projectId, address, suggested, done }: NewViewProps) {
  const change = useChange(page);
  const [name, setName] = useState(suggested.slice(0, 80));
  const field = useRef<HTMLInputElement>(null);
  // The panel gives the focus to its first button, unless it is taken after that.
  useEffect(() => field.current?.select(), []);
  const [shared, setShared] = useState(false);
  const [first, setFirst] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const work = addView({ page, name, address, projectId, shared, opensFirst: first });
    if (await change(work, `Vista «${name}» salvata.`)) done();
  };
  return (
    <form className="cf-view-form" onSubmit={(event) => void save(event)}>
      <label>
        Nome della vista
        <input
          className="form-control"
          value={name}
          onChange={(event) => setName(event.target.value)}
          required
          maxLength={80}
          ref={field}
        />
      </label>
      {projectId && (
        <Tick label="Condividi con chi partecipa al progetto" set={setShared} on={shared} />
      )}
      <Tick label="Apri per prima" set={setFirst} on={first} />
      <Button type="submit" color="primary" size="sm">
        Salva la vista
      </Button>
    </form>
  );
}

const Tick = ({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) => (
  <label className="cf-view-tick">
    <input type="checkbox" checked={on} onChange={(event) => set(event.target.checked)} /> {label}
  </label>
);

function OwnView({ view, page }: { view: SavedView; page: ViewPage }) {
  const change = useChange(page);
  const { opensFirst, shared, projectId } = view;
  return (
    <>
      <li>
        <button
          type="button"
          onClick={() =>
            void change(changeView(view, { opensFirst: !opensFirst }), 'Vista cambiata.')
          }
        >
          {opensFirst ? 'Non aprirla per prima' : 'Apri questa per prima'}
        </button>
      </li>
      {projectId && (
        <li>
          <button
            type="button"
            onClick={() => void change(changeView(view, { shared: !shared }), 'Vista cambiata.')}
          >
            {shared ? 'Non condividerla più' : 'Condividi con il progetto'}
          </button>
        </li>
      )}
      <li>
        <button type="button" onClick={() => void change(removeView(view), 'Vista tolta.')}>
          Togli questa vista
        </button>
      </li>
    </>
  );
}
