import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useWrite } from '../api/useWrite.js';
import { Facts } from '../frame/Card.js';
import { Failed } from '../frame/EmptyState.js';
import { LongTextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { hours, longDay } from '../frame/format.js';
import { languageName } from '../frame/languages.js';
import { NoToken, PublicPage, tokenOfAddress } from './PublicPage.js';

type Hours = Schemas['HoursToConfirm'];
type Answer = Schemas['AnswerHours']['answer'];

const TITLE = 'Conferma le ore di mediazione';

/** The body confirms the hours or contests them, once. */
export default function ConfirmHoursPage() {
  const token = tokenOfAddress();
  const { data, error } = useQuery({
    queryKey: ['hours-confirmation', token],
    queryFn: () => dataOf(api.POST('/api/v1/hours-confirmation', { body: { token } })),
    enabled: token !== '',
  });
  const [answered, setAnswered] = useState<Hours | null>(null);
  if (!token) return <NoToken />;
  const hoursToConfirm = answered ?? data;
  if (!hoursToConfirm)
    return (
      <PublicPage title={TITLE}>
        {error ? <Failed error={error} /> : <div aria-busy="true" />}
      </PublicPage>
    );
  return (
    <PublicPage
      title={TITLE}
      lead={`${hoursToConfirm.organisationName} · ${hoursToConfirm.projectTitle}`}
    >
      <Facts rows={factsOf(hoursToConfirm)} />
      {hoursToConfirm.answer ? (
        <Thanks answer={hoursToConfirm.answer} />
      ) : (
        <Choose token={token} done={setAnswered} />
      )}
    </PublicPage>
  );
}

const factsOf = ({ number, day, startTime, minutes, wasted, language, mediatorName }: Hours) => [
  { term: 'Richiesta', value: `n. ${number}` },
  { term: 'Giorno', value: [longDay(day), startTime].filter(Boolean).join(', ore ') },
  {
    term: 'Durata',
    value: wasted
      ? 'Uscita a vuoto: il mediatore è venuto e non c’era nessuno'
      : `${hours(minutes)} ore`,
  },
  { term: 'Lingua', value: languageName(language) },
  { term: 'Mediatore', value: mediatorName },
];

const Thanks = ({ answer }: { answer: Answer }) => (
  <p role="status" className="cf-understood">
    {answer === 'confirmed'
      ? 'Grazie: le ore sono confermate. Questo collegamento ora non serve più.'
      : 'Grazie: la contestazione è arrivata. Riceverai un nuovo collegamento quando le ore saranno corrette.'}
  </p>
);

function Choose({ token, done }: { token: string; done: (hours: Hours) => void }) {
  const [contesting, setContesting] = useState(false);
  const form = useForm({ defaultValues: { reason: '' } });
  const write = useWrite(({ answer, reason }: { answer: Answer; reason: string }, key) =>
    dataOf(
      api.POST('/api/v1/hours-confirmation/answer', {
        headers: keyHeader(key),
        body: { token, answer, reason: reason.trim() || null },
      }),
    ),
  );
  const send = async ({ reason }: { reason: string }) =>
    done(await write.mutateAsync({ answer: contesting ? 'contested' : 'confirmed', reason }));
  return (
    <Form
      form={form}
      onSubmit={send}
      label="Risposta"
      footer={
        <>
          <SubmitButton busy={form.formState.isSubmitting}>
            {contesting ? 'Invia la contestazione' : 'Confermo le ore'}
          </SubmitButton>
          <Button type="button" color="primary" outline onClick={() => setContesting(!contesting)}>
            {contesting ? 'Torna alla conferma' : 'Qualcosa non torna'}
          </Button>
        </>
      }
    >
      {contesting && <LongTextField name="reason" label="Che cosa non torna" required rows={2} />}
    </Form>
  );
}
