import { useMe } from '../api/session.js';
import { SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { RowsField } from '../frame/RowsField.js';
import { ProjectPanel } from './ProjectPanel.js';
import { RELATIONS } from './words.js';
import type { Project, RelationKind } from './words.js';

/** What the others do to this one, and ties with projects out of reach, are not this form's to change. */
const valuesOf = ({ relations, feeds }: Project) => ({
  relations: relations.flatMap(({ direction, kind, projectId, note }) =>
    direction === 'out' && projectId ? [typed({ kind, projectId, note })] : [],
  ),
  feeds: feeds.map(typed),
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = ({ relations, feeds }: Values) => ({
  relations: relations.map(({ kind, projectId, note }) => ({
    kind,
    projectId,
    note: orNull(note),
  })),
  feeds: feeds.map(({ siteName, siteUrl, note }) => ({
    siteName: siteName.trim(),
    siteUrl: orNull(siteUrl),
    note: orNull(note),
  })),
});

const KINDS = Object.entries(RELATIONS).map(([value, { out }]) => ({ value, label: out }));
const FIRST: RelationKind = 'continues';

/** Ties with other projects, and the sites that take this one's contents. */
export function LinksPanel({ project, close }: { project: Project; close: () => void }) {
  const others = useMe()
    .projects.filter(({ id }) => id !== project.id)
    .map(({ id, title }) => ({ value: id, label: title }));
  return (
    <ProjectPanel
      {...{ project, close, valuesOf, bodyOf }}
      title="Collegamenti"
      lead="Con i progetti a cui hai accesso; quelli con altri restano come sono."
    >
      <RowsField
        name="relations"
        legend="Altri progetti"
        add="Collega un progetto"
        empty={{ kind: FIRST, projectId: '', note: '' }}
        row={(path) => (
          <>
            <SelectField
              name={`${path}.kind`}
              label="Questo progetto"
              size="third"
              options={KINDS}
            />
            <SelectField
              name={`${path}.projectId`}
              label="Quale"
              size="third"
              required
              none="scegli"
              options={others}
            />
            <TextField name={`${path}.note`} label="Nota" size="third" />
          </>
        )}
      />
      <RowsField
        name="feeds"
        legend="Siti alimentati da feed RSS"
        add="Aggiungi sito"
        empty={{ siteName: '', siteUrl: '', note: '' }}
        row={(path) => (
          <>
            <TextField name={`${path}.siteName`} label="Nome del sito" size="third" required />
            <TextField
              name={`${path}.siteUrl`}
              label="Indirizzo"
              size="third"
              type="url"
              placeholder="https://"
            />
            <TextField name={`${path}.note`} label="Nota" size="third" />
          </>
        )}
      />
    </ProjectPanel>
  );
}
