import { useMe } from '../api/session.js';
import type { MyProject } from '../api/session.js';
import { useProjectContext } from '../frame/project-context.js';

/** The project of the context, or the only one with courses; null when one must be chosen, 'none' without permission. */
export function useCourseProject(permission: string): MyProject | null | 'none' {
  const { project } = useProjectContext();
  const { projects } = useMe();
  const mine = projects.filter(({ permissions }: MyProject) =>
    (permissions as string[]).includes(permission),
  );
  if (mine.length === 0) return 'none';
  const chosen = project ?? (mine.length === 1 ? (mine[0] ?? null) : null);
  if (chosen && !mine.includes(chosen)) return 'none';
  return chosen;
}
