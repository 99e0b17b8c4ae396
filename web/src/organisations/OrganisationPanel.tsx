import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../frame/ChoiceField.js';
import type { Choice } from '../frame/ChoiceField.js';
import { LongTextField, SelectField, TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { parseCount } from '../frame/parse.js';
import { RowsField } from '../frame/RowsField.js';
import { useSeen } from '../frame/useSeen.js';
import { EditPanel } from '../frame/EditPanel.js';
import { checkPartial, parsePartial, typedPartial } from '../projects/partial-date.js';
import {
  addOrganisation,
  changeOrganisation,
  organisationChoicesQuery,
  useOrganisationsChanged,
} from './organisation-queries.js';
import type { Organisation } from './organisation-queries.js';
import { kindOptions } from './words.js';

interface PanelProps {
  /** Null: a new one. */
  organisation: Organisation | null;
  close: () => void;
}

interface Values {
  name: string;
  shortName: string;
  kind: Organisation['kind'];
  aliases: string;
  parentId: string;
  networkIds: string[];
  declaredSizes: { size: string; countedOn: string; source: string }[];
  collaborations: { organisationId: string; note: string }[];
  country: string;
  region: string;
  place: string;
  website: string;
  note: string;
}

const COUNTRY = /^[A-Za-z]{2}$/;
const checkCountry = (text: string): true | string =>
  COUNTRY.test(text.trim()) || 'Scrivi il codice di due lettere: IT, FR, ES';

/** A body of the address book: new, or changed. */
export function OrganisationPanel({ organisation: now, close }: PanelProps) {
  const { row: organisation, values: start, standing } = useSeen(now, valuesOf);
  const { data: choices = [] } = useQuery(organisationChoicesQuery);
  const changed = useOrganisationsChanged();
  const navigate = useNavigate();
  const others = choices.filter(({ value }) => value !== organisation?.id);
  return (
    <EditPanel
      title={organisation ? 'Modifica ente' : 'Nuovo ente'}
      wide
      values={start}
      label="Ente"
      standing={standing}
      fieldOf={{ networks: 'networkIds' }}
      write={(values, key) => {
        const body = bodyOf(values, organisation);
        return organisation
          ? changeOrganisation(organisation, body, key)
          : addOrganisation(body, key);
      }}
      changed={changed}
      said={({ name }) => `${name}: salvato.`}
      after={({ id }) => !organisation && void navigate(`/enti/${id}`)}
      close={close}
    >
      <TextField name="name" label="Nome" required autoFocus maxLength={300} />
      <TextField name="shortName" label="Sigla" size="half" />
      <SelectField name="kind" label="Tipo" size="half" options={kindOptions} />
      <TextField
        name="aliases"
        label="Altri nomi"
        help="Separati da punto e virgola: servono a trovarlo"
      />
      <ChoiceField name="parentId" label="Fa parte di" choices={others} />
      <ChoiceField name="networkIds" label="Aderisce alle reti" many choices={others} />
      <TextField name="country" label="Paese" size="third" help="IT, FR…" check={checkCountry} />
      <TextField name="region" label="Regione" size="third" help="Per esteso" />
      <TextField name="place" label="Comune" size="third" help="Per esteso" />
      <TextField name="website" label="Sito" type="url" placeholder="https://" />
      <LongTextField name="note" label="Nota" />
      <TieFields others={others} />
    </EditPanel>
  );
}

/** What a network declares of itself, and with whom a body works without being its member. */
function TieFields({ others }: { others: Choice[] }) {
  return (
    <>
      <RowsField
        name="declaredSizes"
        legend="Aderenti dichiarati"
        help="Il numero che la rete dichiara di sé, con la fonte: non si somma con altri"
        add="Aggiungi un numero"
        empty={{ size: '', countedOn: '', source: '' }}
        row={(path) => (
          <>
            <TextField
              name={`${path}.size`}
              label="Aderenti"
              size="third"
              required
              check={checkSize}
            />
            <TextField
              name={`${path}.countedOn`}
              label="Contati il"
              size="third"
              check={checkPartial}
            />
            <TextField name={`${path}.source`} label="Fonte" size="third" required />
          </>
        )}
      />
      <RowsField
        name="collaborations"
        legend="Collabora con"
        help="Senza farne parte"
        add="Aggiungi una collaborazione"
        empty={{ organisationId: '', note: '' }}
        row={(path) => (
          <>
            <ChoiceField
              name={`${path}.organisationId`}
              label="Ente"
              size="half"
              required
              choices={others}
            />
            <TextField name={`${path}.note`} label="Nota" size="half" />
          </>
        )}
      />
    </>
  );
}

const checkSize = (text: string): true | string =>
  Number(parseCount(text)) > 0 || 'Scrivi un numero intero, per esempio 71';

const EMPTY: Values = {
  name: '',
  shortName: '',
  kind: 'association',
  aliases: '',
  parentId: '',
  networkIds: [],
  declaredSizes: [],
  collaborations: [],
  country: '',
  region: '',
  place: '',
  website: '',
  note: '',
};

function valuesOf(one: Organisation | null): Values {
  if (!one) return EMPTY;
  const { name, shortName, kind, parentId, country, region, place, website, note } = one;
  return {
    ...typed({ name, shortName, kind, parentId, country, region, place, website, note }),
    aliases: one.aliases.join('; '),
    networkIds: one.networks.map(({ organisationId }) => organisationId),
    declaredSizes: one.declaredSizes.map(({ size, countedOn, source }) => ({
      size: String(size),
      countedOn: typedPartial(countedOn),
      source,
    })),
    collaborations: one.collaborations.map(({ organisationId, note }) =>
      typed({ organisationId, note }),
    ),
  };
}

const bodyOf = (values: Values, before: Organisation | null) => ({
  name: values.name.trim(),
  kind: values.kind,
  shortName: orNull(values.shortName),
  aliases: values.aliases
    .split(';')
    .map((alias) => alias.trim())
    .filter(Boolean),
  parentId: orNull(values.parentId),
  networks: values.networkIds.map((networkId) => ({
    networkId,
    note: before?.networks.find(({ organisationId }) => organisationId === networkId)?.note ?? null,
  })),
  declaredSizes: values.declaredSizes.map(({ size, countedOn, source }) => ({
    size: parseCount(size) ?? 0,
    countedOn: parsePartial(countedOn),
    source: source.trim(),
  })),
  collaborations: values.collaborations.map(({ organisationId, note }) => ({
    organisationId,
    note: orNull(note),
  })),
  country: orNull(values.country.toUpperCase()),
  region: orNull(values.region),
  place: orNull(values.place),
  website: orNull(values.website),
  note: orNull(values.note),
});
