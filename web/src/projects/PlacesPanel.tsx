import { TextField } from '../frame/fields.js';
import { orNull, typed } from '../frame/form-values.js';
import { RowsField } from '../frame/RowsField.js';
import { ProjectPanel } from './ProjectPanel.js';
import type { Project } from './words.js';

const COUNTRY = /^[A-Za-z]{2}$/;
const checkCountry = (text: string): true | string =>
  COUNTRY.test(text.trim()) || 'Scrivi il codice di due lettere: IT, FR, ES';
const countryOf = (text: string) => text.trim().toUpperCase();

const valuesOf = ({ places, communities, areas, aliases }: Project) => ({
  places: places.map(typed),
  communities: communities.map(typed),
  areas: areas.map((label) => ({ label })),
  aliases: aliases.map((label) => ({ label })),
});

type Values = ReturnType<typeof valuesOf>;

const bodyOf = ({ places, communities, areas, aliases }: Values) => ({
  places: places.map(({ country, region, province }) => ({
    country: countryOf(country),
    region: orNull(region),
    province: orNull(province),
  })),
  communities: communities.map(({ label, country }) => ({
    label: label.trim(),
    country: orNull(countryOf(country)),
  })),
  areas: areas.map(({ label }) => label.trim()),
  aliases: aliases.map(({ label }) => label.trim()),
});

/** Where, on what, for whom; and the other names of the project. */
export const PlacesPanel = ({ project, close }: { project: Project; close: () => void }) => (
  <ProjectPanel {...{ project, close, valuesOf, bodyOf }} title="Dove, su che cosa, per chi">
    <RowsField
      name="places"
      legend="Luoghi"
      add="Aggiungi luogo"
      empty={{ country: 'IT', region: '', province: '' }}
      row={(path) => (
        <>
          <TextField
            name={`${path}.country`}
            label="Paese"
            size="third"
            required
            check={checkCountry}
          />
          <TextField name={`${path}.region`} label="Regione" size="third" />
          <TextField name={`${path}.province`} label="Provincia" size="third" />
        </>
      )}
    />
    <RowsField
      name="communities"
      legend="Comunità e destinatari"
      add="Aggiungi comunità"
      empty={{ label: '', country: '' }}
      row={(path) => (
        <>
          <TextField name={`${path}.label`} label="Nome" size="half" required />
          <TextField
            name={`${path}.country`}
            label="Codice del Paese, se è uno"
            size="half"
            check={checkCountry}
          />
        </>
      )}
    />
    <RowsField
      name="areas"
      legend="Ambiti tematici"
      add="Aggiungi ambito"
      empty={{ label: '' }}
      row={(path) => <TextField name={`${path}.label`} label="Ambito" required />}
    />
    <RowsField
      name="aliases"
      legend="Altri nomi del progetto"
      add="Aggiungi nome"
      empty={{ label: '' }}
      row={(path) => <TextField name={`${path}.label`} label="Nome" required />}
    />
  </ProjectPanel>
);
