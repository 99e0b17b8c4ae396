import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useWrite } from '../api/useWrite.js';
import { Failed } from '../frame/EmptyState.js';
import { checkImport, importQuery } from './import-queries.js';
import type { Import, Mapping } from './import-queries.js';
import { mappingOf, missingFields } from './mapping.js';

interface MappingFormProps {
  file: Import;
  projectId: string;
}

/** Which column of the file fills each field; open while something is missing, else out of the way. */
export function MappingForm({ file, projectId }: MappingFormProps) {
  const [mapping, setMapping] = useState<Mapping>(() => mappingOf(file));
  const client = useQueryClient();
  const { mutate, isPending, error } = useWrite((chosen: Mapping, key) =>
    checkImport(projectId, file.id, chosen, key),
  );
  const missing = missingFields(file, mapping);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing.length > 0 || isPending) return;
    mutate(mapping, {
      onSuccess: async (checked) => {
        client.setQueryData(importQuery(projectId, file.id).queryKey, checked);
        await client.invalidateQueries({ queryKey: ['imports', projectId] });
      },
    });
  };
  return (
    <details className="cf-card cf-mapping" open={file.state === 'read' || undefined}>
      <summary>
        <h2>Colonne</h2>
        <span>
          {file.remembered && 'come l’ultima volta'}
          {missing.length > 0 && `manca: ${missing.join(', ')}`}
        </span>
      </summary>
      <form onSubmit={submit}>
        <div className="cf-mapping-fields">
          {file.fields.map((field) => (
            <FieldChoice
              key={field.key}
              field={field}
              file={file}
              value={mapping[field.key] ?? null}
              set={(column) => setMapping({ ...mapping, [field.key]: column })}
            />
          ))}
        </div>
        {error && <Failed error={error} />}
        <Button
          type="submit"
          color="primary"
          outline={file.state !== 'read'}
          disabled={missing.length > 0 || isPending}
        >
          {isPending ? 'Controllo…' : 'Controlla le righe'}
        </Button>
      </form>
    </details>
  );
}

interface FieldChoiceProps {
  field: Import['fields'][number];
  file: Import;
  value: number | null;
  set: (column: number | null) => void;
}

function FieldChoice({ field, file, value, set }: FieldChoiceProps) {
  const id = useId();
  const example = value === null ? '' : exampleOf(file, value);
  return (
    <div className="cf-field">
      <label htmlFor={id}>
        {field.label}
        {field.required && (
          <span className="cf-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <select
        id={id}
        className="form-select"
        required={field.required}
        aria-describedby={`${id}-help`}
        value={value ?? ''}
        onChange={({ target }) => set(target.value === '' ? null : Number(target.value))}
      >
        <option value="">Nessuna colonna</option>
        {file.columns.map((name, index) => (
          <option key={index} value={index}>
            {name || `Colonna ${index + 1}`}
          </option>
        ))}
      </select>
      <p id={`${id}-help`} className="cf-help">
        {example ? `Per esempio: ${example}` : (field.help ?? '\u00a0')}
      </p>
    </div>
  );
}

const exampleOf = ({ sample }: Import, column: number): string =>
  sample.map(({ cells }) => cells[column]?.trim()).find(Boolean) ?? '';
