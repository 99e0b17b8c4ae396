import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import type { ReactNode } from 'react';
import type { Schemas } from '../api/client.js';
import { useMay } from '../api/session.js';
import { useConfirm } from '../frame/confirm.js';
import { day } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { StateChip } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { useAttempt } from '../frame/useAttempt.js';
import {
  approvePlan,
  openPlanDraft,
  planVersionsQuery,
  useProjectsChanged,
} from './project-queries.js';

interface PlanVersionsProps {
  projectId: string;
  action: ReactNode;
}

/** In which version the plan is, and the step that comes next. */
export function PlanVersions({ projectId, action }: PlanVersionsProps) {
  const { data: versions = [] } = useQuery(planVersionsQuery(projectId));
  const latest = versions[0];
  return (
    <div className="cf-plan-head">
      <Chips versions={versions} />
      <div className="cf-buttons">
        {latest && <NextStep projectId={projectId} latest={latest} />}
        {latest?.state !== 'approved' && action}
      </div>
    </div>
  );
}

type Version = Schemas['PlanVersionView'];

function Chips({ versions }: { versions: Version[] }) {
  const draft = versions.find(({ state }) => state === 'draft');
  const approved = versions.find(({ state }) => state === 'approved');
  return (
    <p className="cf-state-line">
      {draft && <StateChip word={`bozza, versione ${draft.number}`} icon="pencil" tone="info" />}
      {approved && (
        <StateChip
          word={`versione ${approved.number} approvata il ${day(approved.approvedOn)}`}
          icon="check-circle"
          tone="good"
          title={approved.act ?? undefined}
        />
      )}
      {versions.length === 0 && (
        <span className="cf-muted">Nessuna versione approvata è registrata.</span>
      )}
    </p>
  );
}

/** A draft is approved; an approved plan is opened again as a new version. */
function NextStep({ projectId, latest }: { projectId: string; latest: Version }) {
  const steps = useSteps(projectId);
  const may = useMay();
  const draft = latest.state === 'draft';
  if (!may(draft ? 'plan.approve' : 'plan.edit', projectId)) return null;
  return (
    <Button
      type="button"
      color="primary"
      outline
      onClick={() => void (draft ? steps.approve(latest) : steps.open())}
    >
      <Icon name={draft ? 'check' : 'copy'} />
      {draft ? 'Approva' : 'Apri nuova versione'}
    </Button>
  );
}

function useSteps(projectId: string) {
  const ask = useConfirm();
  const attempt = useAttempt(useProjectsChanged());
  const today = useToday();
  return {
    open: () =>
      attempt(openPlanDraft(projectId), 'Nuova versione aperta: ora il piano si può modificare.'),
    approve: async (draft: Parameters<typeof approvePlan>[1]) => {
      const act = await ask({
        title: `Approva la versione ${draft.number} del piano`,
        text: `Da oggi, ${day(today)}, il piano non cambia più: per modificarlo si aprirà una nuova versione.`,
        action: 'Approva il piano',
        reasonLabel: 'Atto di approvazione',
      });
      if (act === null) return;
      await attempt(approvePlan(projectId, draft, { approvedOn: today, act }), 'Piano approvato.');
    },
  };
}
