import { useForm } from 'react-hook-form';
import { useWrite } from '../api/useWrite.js';
import { ChoiceField } from '../frame/ChoiceField.js';
import { LongTextField, TextField } from '../frame/fields.js';
import { Form, SubmitButton } from '../frame/Form.js';
import { SidePanel } from '../frame/SidePanel.js';
import { useToast } from '../frame/toast.js';
import { useTerritories } from '../frame/choices.js';
import { addFeed, useContentsChanged } from './publishing-queries.js';
import { listed } from './content-choices.js';

interface Values {
  title: string;
  description: string;
  theme: string;
  territoryId: string;
  sites: string;
}

/** A new feed: its address is made of its title and stays. */
export function FeedPanel({ projectId, close }: { projectId: string; close: () => void }) {
  const toast = useToast();
  const changed = useContentsChanged();
  const territories = useTerritories();
  const form = useForm<Values>({
    defaultValues: { title: '', description: '', theme: '', territoryId: '', sites: '' },
  });
  const write = useWrite(({ title, description, theme, territoryId, sites }: Values, key) =>
    addFeed(
      projectId,
      {
        title,
        description: description.trim() || null,
        theme: theme.trim() || null,
        territoryId: territoryId || null,
        sites: listed(sites),
      },
      key,
    ),
  );
  const save = async (values: Values) => {
    await write.mutateAsync(values);
    toast({ text: 'Feed aperto.' });
    await changed();
    close();
  };
  return (
    <SidePanel title="Nuovo feed" onClose={close}>
      <Form
        form={form}
        onSubmit={save}
        footer={<SubmitButton busy={write.isPending}>Apri il feed</SubmitButton>}
      >
        <TextField name="title" label="Titolo" required maxLength={200} />
        <LongTextField name="description" label="Descrizione" rows={2} maxLength={2000} />
        <TextField name="theme" label="Solo il tema" help="Vuoto: tutti i temi" maxLength={200} />
        <ChoiceField name="territoryId" label="Solo il territorio" choices={territories} />
        <TextField
          name="sites"
          label="Siti che lo riprendono"
          help="Separati da una virgola: Mediato, Lo Sapevi Che?"
        />
      </Form>
    </SidePanel>
  );
}
