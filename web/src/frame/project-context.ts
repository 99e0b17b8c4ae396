import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { useAddress } from './useAddress.js';

const PARAM = 'progetto';
const keyOf = (userId: string) => `capofila.project.${userId}`;

/**
 * The project in whose context one works: that of the page's path (`/progetti/:slug`), else
 * `?progetto=` of the address. Null means all my projects. Nothing else remembers it, so that an
 * address shows everybody the same rows.
 */
export function useProjectContext() {
  const { projects, user } = useMe();
  const { slug } = useParams();
  const [params] = useAddress();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const wanted = slug ?? params.get(PARAM);
  const project: MyProject | null = projects.find((one: MyProject) => one.slug === wanted) ?? null;

  const choose = useCallback(
    (chosen: string) => {
      localStorage.setItem(keyOf(user.id), chosen);
      if (slug && chosen) return void navigate(pathname.replace(slug, chosen));
      const search = chosen ? `?${PARAM}=${chosen}` : '';
      return void navigate({ pathname: slug ? '/progetti' : pathname, search });
    },
    [navigate, pathname, slug, user.id],
  );
  return { project, projects, choose };
}

/** My projects in which I have a permission. */
export const useProjectsWith = (permission: string): MyProject[] =>
  useMe().projects.filter(({ permissions }) => permissions.includes(permission));

/** The project of the context, or the only one in which I may; none when one is to be chosen, or when it is locked. */
export function useOneProject(permission: string) {
  const { project: wanted } = useProjectContext();
  const mine = useProjectsWith(permission);
  const only = wanted ?? (mine.length === 1 ? mine[0] : undefined);
  const project = mine.find(({ id }) => id === only?.id) ?? null;
  return { project, mine, locked: mine.length === 0 || (only !== undefined && !project) };
}

/** The home opens on the project in which one last chose to work: it puts it in the address. */
export function useLastProject(): void {
  const { user, projects } = useMe();
  const [params, change] = useAddress();
  const last = localStorage.getItem(keyOf(user.id));
  const wanted = !params.has(PARAM) && projects.some(({ slug }) => slug === last) ? last : null;
  useEffect(() => {
    if (!wanted) return;
    change((after) => after.set(PARAM, wanted), true);
  }, [wanted, change]);
}

/** Keeps the project of the context in a link to another page: `link('/attivita', { dal: from })`. */
export function useContextLink(): (path: string, params?: Record<string, string>) => string {
  const { project } = useProjectContext();
  return (path, params) => {
    const all = { ...(project && { [PARAM]: project.slug }), ...params };
    const search = new URLSearchParams(all).toString();
    return search ? `${path}?${search}` : path;
  };
}
