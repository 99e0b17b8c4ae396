import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { CheckField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { addUser, useUsersChanged } from './user-queries.js';
import type { NewUser } from './user-queries.js';

interface AddUserPanelProps {
  close: () => void;
  opened: (id: string) => void;
}

const looksLikeEmail = (text: string): true | string =>
  /^\S+@\S+\.\S+$/.test(text.trim()) || 'Indirizzo incompleto: scrivi per esempio nome@ente.it';

export function AddUserPanel({ close, opened }: AddUserPanelProps) {
  const form = useForm<NewUser>({ defaultValues: { name: '', email: '', systemAdmin: false } });
  const write = useWrite(addUser);
  const changed = useUsersChanged();
  const toast = useToast();
  const save = async (values: NewUser) => {
    const user = await write.mutateAsync({ ...values, email: values.email.trim() });
    await changed();
    toast({
      text: `${user.name}: utente aggiunto. Ora dagli un ruolo e un collegamento di primo accesso.`,
    });
    opened(user.id);
  };
  return (
    <SidePanel
      title="Invita utente"
      lead="Entrerà con un collegamento che vale una volta sola."
      onClose={close}
    >
      <Form
        form={form}
        onSubmit={save}
        label="Nuovo utente"
        footer={<SubmitButton busy={form.formState.isSubmitting}>Aggiungi</SubmitButton>}
      >
        <TextField name="name" label="Nome e cognome" required autoFocus maxLength={120} />
        <TextField
          name="email"
          label="Posta elettronica"
          type="email"
          required
          check={looksLikeEmail}
        />
        <CheckField
          name="systemAdmin"
          label="Amministra il sistema"
          help="Gestisce utenti e accessi; da solo non dà diritto a vedere i dati dei progetti."
        />
      </Form>
    </SidePanel>
  );
}
