import { useQuery } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api, dataOf, keyHeader } from '../api/client.js';
import type { Schemas } from '../api/client.js';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { Failed } from '../frame/EmptyState.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { weekday } from '../frame/format.js';
import { parseDay } from '../frame/parse.js';
import { DurationField, TimeField } from '../frame/typedFields.js';
import { LANGUAGES } from '../frame/languages.js';
import { NoToken, PublicPage, tokenOfAddress } from './PublicPage.js';
import { MoreFields } from './RequestFields.js';
import { askedOf, EMPTY, FIELD_OF } from './request-values.js';
import type { RequestValues } from './request-values.js';

const TITLE = 'Chiedi un mediatore';

/** The body asks by its own link, without an account. */
export default function RequestFormPage() {
  const token = tokenOfAddress();
  const { data, error } = useQuery({
    queryKey: ['request-form', token],
    queryFn: () => dataOf(api.POST('/api/v1/request-form', { body: { token } })),
    enabled: token !== '',
  });
  if (!token) return <NoToken />;
  if (!data)
    return (
      <PublicPage title={TITLE}>
        {error ? <Failed error={error} /> : <div aria-busy="true" />}
      </PublicPage>
    );
  return <Ask form={data} token={token} />;
}

interface AskProps {
  form: Schemas['RequestForm'];
  token: string;
}

function Ask({ form: { projectTitle, organisationName, today }, token }: AskProps) {
  const [sent, setSent] = useState<Schemas['AskedByLink'] | null>(null);
  const form = useForm<RequestValues>({ defaultValues: EMPTY });
  const write = useWrite((values: RequestValues, key) =>
    dataOf(
      api.POST('/api/v1/request-form/requests', {
        headers: keyHeader(key),
        body: { ...askedOf(values, today), askedByEmail: values.askedByEmail.trim(), token },
      }),
    ),
  );
  if (sent)
    return (
      <Sent
        sent={sent}
        again={() => {
          form.reset();
          setSent(null);
        }}
      />
    );
  return (
    <PublicPage title={TITLE} lead={`${organisationName} · ${projectTitle}`}>
      <Form
        form={form}
        onSubmit={async (values) => setSent(await write.mutateAsync(values))}
        fieldOf={FIELD_OF}
        label="Richiesta di mediazione"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Invia la richiesta</SubmitButton>}
      >
        <TextField name="askedBy" label="Il tuo nome" size="half" required autoComplete="name" />
        <TextField name="askedByPhone" label="Telefono" size="half" autoComplete="tel" />
        <TextField
          name="askedByEmail"
          label="Posta elettronica"
          type="email"
          help="Ti scriviamo chi viene e, dopo, il collegamento per confermare le ore"
          autoComplete="email"
          required
        />
        <ChoiceField name="language" label="Lingua" choices={LANGUAGES} required />
        <TextField
          name="wantedDay"
          label="Giorno"
          size="third"
          help="25/11 oppure 25/11/2019"
          required
          check={(text) => parseDay(text, today) !== null || 'Scrivi il giorno come 25/11/2019'}
        />
        <TimeField name="wantedTime" label="Ora" size="third" required help="9:30" />
        <DurationField name="duration" label="Durata" size="third" required help="1:00" />
        <LongTextField
          name="reason"
          label="Motivo"
          help="Che cosa serve. Senza nomi di alunni, famiglie o persone seguite."
          required
        />
        <MoreFields />
      </Form>
    </PublicPage>
  );
}

function Sent({ sent, again }: { sent: Schemas['AskedByLink']; again: () => void }) {
  return (
    <PublicPage title="Richiesta inviata">
      <p role="status">
        La richiesta n. {sent.number} per {weekday(sent.wantedDay, true)} è arrivata. Ti scriviamo
        appena c’è un mediatore.
      </p>
      <Button type="button" color="primary" outline onClick={again}>
        Chiedi un altro mediatore
      </Button>
    </PublicPage>
  );
}
