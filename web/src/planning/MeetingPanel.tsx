import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useFieldArray, useForm } from 'react-hook-form';
import { useMay } from '../api/session.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { Facts } from '../frame/Card.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { instant, weekday } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useSeen } from '../frame/useSeen.js';
import { Loading } from '../frame/Loading.js';
import { useAttempt } from '../frame/useAttempt.js';
import { useBodies } from '../frame/choices.js';
import { changeMeeting, convoke, meetingQuery, useMeetingsChanged } from './meeting-queries.js';
import { Decide, Decisions } from './MeetingDecisions.js';
import type { Meeting } from './meeting-queries.js';

interface MeetingPanelProps {
  projectId: string;
  id: string;
  close: () => void;
}

/** One meeting, from its agenda to what was decided. */
export function MeetingPanel({ projectId, id, close }: MeetingPanelProps) {
  const { data, error, refetch } = useQuery(meetingQuery(projectId, id));
  const may = useMay()('activity.log', projectId);
  return (
    <SidePanel title={data?.title ?? 'Incontro'} lead={data && whenOf(data)} onClose={close} wide>
      {data ? (
        <div className="cf-stack">
          <Convoke meeting={data} may={may} />
          {may ? <Edit meeting={data} /> : <Read meeting={data} />}
          <Decisions meeting={data} />
          {may && data.state !== 'cancelled' && <Decide meeting={data} />}
        </div>
      ) : (
        <Loading {...{ error, refetch }} />
      )}
    </SidePanel>
  );
}

const whenOf = ({ day, startTime, endTime, place }: Meeting): string =>
  [weekday(day, true), startTime && `${startTime}–${endTime}`, place].filter(Boolean).join(', ');

function Convoke({ meeting, may }: { meeting: Meeting; may: boolean }) {
  const attempt = useAttempt(useMeetingsChanged());
  const { moved, guestList } = meeting;
  const without = guestList.filter(({ email }) => !email).length;
  const send = () => attempt(convoke(meeting), 'Convocazione in partenza per posta.');
  return (
    <div className="cf-meeting-convoke">
      <p>
        {calledOf(meeting)}
        {without > 0 && ` ${without} senza posta elettronica.`}
      </p>
      {may && meeting.state === 'planned' && (
        <Button type="button" color="primary" size="sm" onClick={() => void send()}>
          <Icon name="mail" />
          {moved ? 'Avvisa del cambiamento' : 'Convoca per posta'}
        </Button>
      )}
    </div>
  );
}

function calledOf({ state, convenedAt, moved, calledOffAt }: Meeting): string {
  if (!convenedAt) return 'Non ancora convocato.';
  if (calledOffAt) {
    const told = `Chi era convocato sa dal ${instant(calledOffAt)} che è annullato`;
    return state === 'cancelled' ? `${told}.` : `${told}: va convocato di nuovo.`;
  }
  if (state === 'cancelled') return `Convocato il ${instant(convenedAt)}, poi annullato.`;
  const since = moved ? ' Giorno, ora o luogo sono cambiati: chi era convocato va avvisato.' : '';
  return `Convocato il ${instant(convenedAt)}.${since}`;
}

const Read = ({ meeting: { agenda, minutes, guestList } }: { meeting: Meeting }) => (
  <Facts
    rows={[
      { term: 'Ordine del giorno', value: agenda },
      { term: 'Invitati', value: guestList.map(({ name }) => name).join(', ') || null },
      { term: 'Verbale', value: minutes },
    ]}
  />
);

interface Values {
  agenda: string;
  minutes: string;
  guests: { known: string; name: string; email: string; organisationId: string; present: string }[];
}

const PRESENCE = [
  { value: 'si', label: 'presente' },
  { value: 'no', label: 'assente' },
];
const presenceOf: Record<string, boolean | null> = { si: true, no: false, '': null };

function Edit({ meeting }: { meeting: Meeting }) {
  const toast = useToast();
  const changed = useMeetingsChanged();
  const seen = useSeen(meeting, valuesOf);
  const form = useForm<Values>({ defaultValues: seen.values });
  const write = useWrite((values: Values, key) => changeMeeting(seen.row, bodyOf(values), key));
  const save = async (values: Values) => {
    const saved = await write.mutateAsync(values);
    seen.see(saved);
    form.reset(valuesOf(saved));
    toast({ text: 'Incontro salvato.' });
    await changed();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Ordine del giorno, presenze e verbale"
      standing={seen.standing}
      footer={<SubmitButton busy={write.isPending}>Salva l’incontro</SubmitButton>}
    >
      <LongTextField name="agenda" label="Ordine del giorno" rows={4} />
      <Guests />
      <LongTextField name="minutes" label="Verbale" rows={6} />
    </Form>
  );
}

const valuesOf = ({ agenda, minutes, guestList }: Meeting): Values => ({
  agenda: agenda ?? '',
  minutes: minutes ?? '',
  guests: guestList.map(({ id, name, email, organisationId, present }) => ({
    known: id,
    name,
    email: email ?? '',
    organisationId: organisationId ?? '',
    present: present === null ? '' : present ? 'si' : 'no',
  })),
});

const bodyOf = ({ agenda, minutes, guests }: Values) => ({
  agenda: agenda.trim() || null,
  minutes: minutes.trim() || null,
  guests: guests.map(({ known, name, email, organisationId, present }) => ({
    ...(known ? { id: known } : {}),
    name,
    email: email.trim() || null,
    organisationId: organisationId || null,
    present: presenceOf[present] ?? null,
  })),
});

function Guests() {
  const { fields, append, remove } = useFieldArray<Values, 'guests'>({ name: 'guests' });
  const bodies = useBodies();
  const blank = { known: '', name: '', email: '', organisationId: '', present: '' };
  return (
    <fieldset className="cf-meeting-guests">
      <legend>Invitati</legend>
      {fields.map((field, index) => (
        <div key={field.id}>
          <TextField name={`guests.${index}.name`} label="Nome" required maxLength={200} />
          <ChoiceField name={`guests.${index}.organisationId`} label="Ente" choices={bodies} />
          <TextField name={`guests.${index}.email`} label="Posta elettronica" type="email" />
          <SelectField
            name={`guests.${index}.present`}
            label="Presenza"
            none="da segnare"
            options={PRESENCE}
          />
          <button type="button" className="cf-icon-button" onClick={() => remove(index)}>
            <Icon name="delete" label={`Togli ${field.name || 'l’invitato'}`} />
          </button>
        </div>
      ))}
      <Button type="button" color="primary" outline size="sm" onClick={() => append(blank)}>
        <Icon name="plus" />
        Aggiungi un invitato
      </Button>
    </fieldset>
  );
}
