import { useNavigate } from 'react-router';
import { TextField } from '../frame/fields.js';
import { EditPanel } from '../frame/EditPanel.js';
import { checkPartial, parsePartial } from './partial-date.js';
import { addProject, useProjectsChanged } from './project-queries.js';

/** As little as it takes to begin; the rest is written on the sheet. */
export function NewProject({ close }: { close: () => void }) {
  const changed = useProjectsChanged();
  const navigate = useNavigate();
  return (
    <EditPanel
      title="Nuovo progetto"
      lead="Basta il titolo; quello che non si sa ancora resta «non noto»."
      values={{ title: '', acronym: '', starts: '', ends: '' }}
      submit="Crea progetto"
      write={({ title, acronym, starts, ends }, key) =>
        addProject(
          {
            title,
            acronym: acronym || null,
            starts: parsePartial(starts),
            ends: parsePartial(ends),
          },
          key,
        )
      }
      changed={changed}
      said="Progetto creato: completa la scheda."
      after={({ slug }) => void navigate(`/progetti/${slug}`)}
      close={close}
    >
      <TextField name="title" label="Titolo" required autoFocus maxLength={400} />
      <TextField name="acronym" label="Nome breve" help="Come lo chiamate ogni giorno." />
      <TextField
        name="starts"
        label="Inizio"
        size="half"
        help="2018, 5/2018 o 15/5/2018"
        check={checkPartial}
      />
      <TextField name="ends" label="Fine" size="half" help="Come sopra" check={checkPartial} />
    </EditPanel>
  );
}
