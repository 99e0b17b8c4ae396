import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from '../api/client.js';
import { meQuery } from '../api/session.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { Gate } from './Gate.js';

interface Credentials {
  email: string;
  password: string;
}

/** Only addresses of this program: a link from elsewhere must not send a user out after signing in. */
const within = (address: string | null): string =>
  address?.startsWith('/') && !address.startsWith('//') ? address : '/';

export default function SignInPage() {
  const form = useForm<Credentials>({ defaultValues: { email: '', password: '' } });
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const back = within(params.get('torna'));

  const signIn = async (credentials: Credentials) => {
    await api.POST('/api/v1/sign-in', { body: credentials });
    client.clear();
    await client.prefetchQuery(meQuery);
    await navigate(back, { replace: true });
  };
  return (
    <Gate
      title="Accedi"
      lead={back !== '/' ? 'Accedi per tornare alla pagina che avevi aperto.' : undefined}
    >
      <Form
        form={form}
        onSubmit={signIn}
        label="Accesso"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Accedi</SubmitButton>}
      >
        <TextField
          name="email"
          label="Posta elettronica"
          type="email"
          autoComplete="username"
          required
          autoFocus
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
      </Form>
      <p className="cf-help">
        Non hai una password, o l’hai dimenticata? Chiedi un collegamento di primo accesso a chi
        amministra gli utenti nel tuo ente.
      </p>
    </Gate>
  );
}
