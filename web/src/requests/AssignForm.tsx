import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useForm, useWatch } from 'react-hook-form';
import { participationsQuery, workItemsQuery } from '../activities/activity-queries.js';
import { useWrite } from '../api/useWrite.js';
import { contractsQuery } from '../contracts/contract-queries.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { hours, dayTyped } from '../frame/format.js';
import { orNull } from '../frame/form-values.js';
import { parseDay, parseDuration, parseTime } from '../frame/parse.js';
import { useToast } from '../frame/toast.js';
import { useToday } from '../frame/today.js';
import { DayField, DurationField, TimeField } from '../frame/typedFields.js';
import { Loading } from '../frame/Loading.js';
import { usePeople } from '../frame/choices.js';
import { Proposals } from './Proposals.js';
import { assignRequest, proposalsQuery, useRequestsChanged } from './request-queries.js';
import type { Proposal, Request } from './request-queries.js';

interface AssignValues {
  mediatorId: string;
  workItemId: string;
  participationId: string;
  contractLineId: string;
  overReason: string;
  day: string;
  startTime: string;
  minutes: string;
}

const WORK_ITEM = (projectId: string) => `capofila.request.workItem.${projectId}`;

/** Who goes: the best proposal is chosen already, so that Enter is enough. */
export function AssignForm({ request, done }: { request: Request; done: () => void }) {
  const { data: proposals, error, refetch } = useQuery(proposalsQuery(request));
  if (!proposals) return <Loading {...{ error, refetch }} />;
  return <Ready request={request} proposals={proposals} done={done} />;
}

interface ReadyProps {
  request: Request;
  proposals: Proposal[];
  done: () => void;
}

function Ready({ request, proposals, done }: ReadyProps) {
  const { projectId } = request;
  const today = useToday();
  const toast = useToast();
  const changed = useRequestsChanged();
  const form = useForm<AssignValues>({ defaultValues: firstValues(request, proposals) });
  const write = useWrite((values: AssignValues, key) =>
    assignRequest(request, bodyOf(values, today), key),
  );
  const save = async (values: AssignValues) => {
    const saved = await write.mutateAsync(values);
    localStorage.setItem(WORK_ITEM(projectId), values.workItemId);
    await changed();
    toast({ text: `Assegnata a ${saved.mediatorName}: la lettera parte per tutti.` });
    done();
  };
  return (
    <Form
      form={form}
      onSubmit={save}
      label="Assegnazione"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>Assegna e avvisa tutti</SubmitButton>
          <Button type="button" color="primary" outline onClick={done}>
            Torna indietro
          </Button>
        </>
      }
    >
      <Proposals proposals={proposals} />
      <OtherMediator proposals={proposals} />
      <PaidBy request={request} proposals={proposals} />
      <DayField name="day" label="Giorno" size="third" required />
      <TimeField name="startTime" label="Ora" size="third" required />
      <DurationField name="minutes" label="Durata" size="third" required />
      <WorkFields projectId={projectId} />
    </Form>
  );
}

/** Somebody who was not proposed can go all the same. */
function OtherMediator({ proposals }: { proposals: Proposal[] }) {
  const people = usePeople();
  const chosen = useWatch({ name: 'mediatorId' }) as string;
  const choices = people.filter(
    ({ value }) => value === chosen || !proposals.some(({ personId }) => personId === value),
  );
  return (
    <ChoiceField
      name="mediatorId"
      label={proposals.length > 0 ? 'Oppure un’altra persona' : 'Chi va'}
      choices={choices}
      required
    />
  );
}

function PaidBy({ request, proposals }: Pick<ReadyProps, 'request' | 'proposals'>) {
  const mediatorId = useWatch({ name: 'mediatorId' }) as string;
  const lineId = useWatch({ name: 'contractLineId' }) as string;
  const fitting = useFitting(request);
  const proposed = proposals.find(({ personId }) => personId === mediatorId);
  const lines = proposed?.lines ?? fitting;
  const chosen = lines.find(({ contractLineId }) => contractLineId === lineId);
  return (
    <>
      <SelectField
        name="contractLineId"
        label="Pacchetto di ore"
        none="Nessun pacchetto"
        options={lines.map(({ contractLineId, label, residual }) => ({
          value: contractLineId,
          label: `${label}: restano ${hours(residual)} ore`,
        }))}
      />
      {chosen && !chosen.enough && (
        <TextField
          name="overReason"
          label="Perché si va oltre il pacchetto"
          help={`Servono ${hours(request.minutes)} ore: scrivi il motivo, resta registrato`}
          required
        />
      )}
    </>
  );
}

/** For whoever was not proposed: every line that pays for such a mediation, the one of the person's body or another. */
function useFitting({ projectId, language, wantedDay, minutes }: Request): Proposal['lines'] {
  const { data: contracts = [] } = useQuery(contractsQuery(projectId));
  return contracts
    .filter(({ state }) => state === 'active')
    .flatMap(({ title, lines }) => lines.map((line) => ({ ...line, title })))
    .filter(
      (line) =>
        line.kind === 'on_call_mediation' &&
        (line.language === null || line.language === language) &&
        line.validFrom <= wantedDay &&
        wantedDay <= line.validTo,
    )
    .map(({ id, title, residual, minimum }) => ({
      contractLineId: id,
      label: title,
      residual,
      enough: residual >= Math.max(minutes, minimum),
    }));
}

function WorkFields({ projectId }: { projectId: string }) {
  const { data: items = [] } = useQuery(workItemsQuery(projectId));
  const { data: roles = [] } = useQuery(participationsQuery(projectId));
  return (
    <>
      <ChoiceField
        name="workItemId"
        label="Azione"
        choices={items.map(({ id, code, title }) => ({ value: id, label: title, hint: code }))}
        required
      />
      <ChoiceField
        name="participationId"
        label="Partner che la svolge"
        choices={roles.map(({ id, organisationName }) => ({ value: id, label: organisationName }))}
      />
    </>
  );
}

function firstValues(request: Request, [first]: Proposal[]): AssignValues {
  return {
    mediatorId: request.mediatorId ?? (first?.free ? first.personId : ''),
    workItemId: localStorage.getItem(WORK_ITEM(request.projectId)) ?? '',
    participationId: request.participationId ?? '',
    contractLineId: first?.lines[0]?.contractLineId ?? '',
    overReason: '',
    ...timesOf(request),
  };
}

/** As it is planned, else as it was asked. */
const timesOf = ({ activityDay, activityStart, activityMinutes, ...asked }: Request) => ({
  day: dayTyped(activityDay ?? asked.wantedDay),
  startTime: activityStart ?? asked.wantedTime,
  minutes: hours(activityMinutes ?? asked.minutes),
});

const bodyOf = (values: AssignValues, today: string) => ({
  mediatorId: values.mediatorId,
  workItemId: values.workItemId,
  participationId: orNull(values.participationId),
  contractLineId: orNull(values.contractLineId),
  overReason: orNull(values.overReason),
  day: parseDay(values.day, today) ?? values.day,
  startTime: parseTime(values.startTime) ?? values.startTime,
  minutes: parseDuration(values.minutes) ?? 0,
});
