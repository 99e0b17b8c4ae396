import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { Link } from 'react-router';
import type { MyProject } from '../api/session.js';
import { useMay } from '../api/session.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { PeopleTabs } from '../courses/PeopleTabs.js';
import { Card, Facts } from '../frame/Card.js';
import { EditPanel } from '../frame/EditPanel.js';
import { Failed } from '../frame/EmptyState.js';
import { CheckField, LongTextField } from '../frame/fields.js';
import { count, day, dayTyped, plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { PageHeader } from '../frame/PageHeader.js';
import { parseCount, parseDay } from '../frame/parse.js';
import { useContextLink } from '../frame/project-context.js';
import { StateChip } from '../frame/StateChip.js';
import { useToday } from '../frame/today.js';
import { CountField, DayField } from '../frame/typedFields.js';
import { useSeen } from '../frame/useSeen.js';
import { useUrlValue } from '../frame/useUrlFilters.js';
import { OneProject } from '../frame/OneProject.js';
import { retentionQuery, setRetention } from './identity-queries.js';
import type { Retention } from './identity-queries.js';
import '../courses/courses.css';

/** How long who the recipients are is kept, and whether it is due to be erased. */
export default function RetentionPage() {
  return (
    <OneProject
      permission="retention.view"
      title="Conservazione"
      tabs={<PeopleTabs />}
      choose="Corsi e destinatari sono di un progetto"
    >
      {(project) => <RetentionOf project={project} />}
    </OneProject>
  );
}

function RetentionOf({ project }: { project: MyProject }) {
  const edits = useMay()('retention.edit', project.id);
  const [open, setOpen] = useUrlValue('apri');
  const { data, error, refetch } = useQuery(retentionQuery(project.id));
  return (
    <div className="cf-page">
      <PageHeader
        title="Conservazione"
        state="Fino a quando si conserva chi sono i destinatari; codici e conteggi restano."
        action={
          edits && (
            <Button type="button" color="primary" outline onClick={() => setOpen('cambia')}>
              <Icon name="pencil" />
              Cambia la conservazione
            </Button>
          )
        }
      />
      <PeopleTabs />
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {data && <Kept retention={data} />}
      {data && edits && open === 'cambia' && (
        <RetentionPanel projectId={project.id} retention={data} close={() => setOpen(null)} />
      )}
    </div>
  );
}

function Kept({ retention }: { retention: Retention }) {
  const { lastPaymentOn, years, keepUntil, identities, legalHold, note } = retention;
  return (
    <Card title="Identità conservate" lead={<Due retention={retention} />}>
      <div className="cf-stack">
        <Facts
          rows={[
            { term: 'Identità conservate', value: count(identities) },
            { term: 'Ultimo pagamento', value: lastPaymentOn ? day(lastPaymentOn) : UNKNOWN },
            { term: 'Anni di conservazione', value: count(years) },
            { term: 'Si conservano fino al', value: keepUntil ? day(keepUntil) : UNKNOWN },
            {
              term: 'Verifica in corso',
              value: legalHold ? 'sì: nulla si cancella, si può solo limitare' : 'no',
            },
            ...(note ? [{ term: 'Nota', value: note }] : []),
          ]}
        />
        <p className="cf-help">
          Il termine è il 31 dicembre dell’anno dell’ultimo pagamento più gli anni indicati (Reg. UE
          2021/1060, art. 82). Alla scadenza nulla si cancella da sé: la cancellazione si conferma
          persona per persona.
        </p>
      </div>
    </Card>
  );
}

const UNKNOWN = <span className="cf-unknown">non configurato</span>;

function Due({ retention: { due, keepUntil, identities, legalHold } }: { retention: Retention }) {
  const link = useContextLink();
  if (due)
    return (
      <>
        <StateChip word="da cancellare" icon="warning-circle" tone="bad" />{' '}
        {plural(identities, 'identità è oltre', 'identità sono oltre')} il termine:{' '}
        <Link to={link('/destinatari')}>aprile dai destinatari</Link> e conferma la cancellazione.
      </>
    );
  if (legalHold) return <StateChip word="bloccate" icon="lock" tone="warn" />;
  return keepUntil === null ? (
    <StateChip word="termine non configurato" icon="help-circle" tone="warn" />
  ) : (
    <StateChip word="nei termini" icon="check-circle" tone="good" />
  );
}

interface PanelProps {
  projectId: string;
  retention: Retention;
  close: () => void;
}

const typed = ({ lastPaymentOn, years, legalHold, note }: Retention) => ({
  lastPaymentOn: dayTyped(lastPaymentOn),
  years: String(years),
  legalHold,
  note: note ?? '',
});

function RetentionPanel({ projectId, retention, close }: PanelProps) {
  const today = useToday();
  const changed = useCoursesChanged(projectId);
  const { row, values, standing } = useSeen(retention, typed);
  return (
    <EditPanel
      title="Cambia la conservazione"
      values={values}
      standing={standing}
      write={({ lastPaymentOn, years, legalHold, note }, key) =>
        setRetention(
          projectId,
          row.version,
          {
            lastPaymentOn: lastPaymentOn.trim() ? parseDay(lastPaymentOn, today) : null,
            years: parseCount(years) ?? 0,
            legalHold,
            note: note.trim() || null,
          },
          key,
        )
      }
      changed={changed}
      said="Conservazione salvata."
      close={close}
    >
      <DayField
        name="lastPaymentOn"
        label="Giorno dell’ultimo pagamento"
        help="Vuoto finché non è noto: il termine resta non configurato."
      />
      <CountField name="years" label="Anni di conservazione" required size="half" />
      <CheckField
        name="legalHold"
        label="Verifica o contenzioso in corso"
        help="Finché dura nulla si cancella; i dati si possono limitare."
      />
      <LongTextField name="note" label="Nota" maxLength={2000} />
    </EditPanel>
  );
}
