import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { Gate } from './Gate.js';

interface Choice {
  password: string;
  repeated: string;
}

const LEAST = 12;

/** The secret stands after the `#`, which browsers never send: it stays out of every log. */
export default function FirstAccessPage() {
  const form = useForm<Choice>({ defaultValues: { password: '', repeated: '' } });
  const client = useQueryClient();
  const navigate = useNavigate();
  const token = decodeURIComponent(location.hash.slice(1));
  if (!token) return <NoToken />;

  const choose = async ({ password }: Choice) => {
    await api.POST('/api/v1/first-access', { body: { token, password } });
    client.clear();
    await navigate('/', { replace: true });
  };
  return (
    <Gate
      title="Scegli la password"
      lead="Il collegamento vale una volta sola: dopo, entrerai con la tua password."
    >
      <Form
        form={form}
        onSubmit={choose}
        label="Primo accesso"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Salva ed entra</SubmitButton>}
      >
        <TextField
          name="password"
          label="Nuova password"
          type="password"
          autoComplete="new-password"
          help={`Almeno ${LEAST} caratteri. Una frase lunga è più sicura, e più facile da ricordare, di una parola complicata.`}
          required
          autoFocus
          check={(value) =>
            value.length >= LEAST ||
            `La password ha ${value.length} caratteri: ne servono almeno ${LEAST}`
          }
        />
        <TextField
          name="repeated"
          label="Ripeti la password"
          type="password"
          autoComplete="new-password"
          required
          check={(value, all) =>
            value === all.password || 'Le due password sono diverse: riscrivila'
          }
        />
      </Form>
    </Gate>
  );
}

const NoToken = () => (
  <Gate title="Collegamento incompleto">
    <p>Apri il collegamento per intero, così come lo hai ricevuto, oppure chiedine uno nuovo.</p>
    <Link className="btn btn-primary" to="/accesso">
      Vai all’accesso
    </Link>
  </Gate>
);
