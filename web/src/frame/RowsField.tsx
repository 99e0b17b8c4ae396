import { Button } from 'design-react-kit';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Icon } from './Icon.js';

interface RowsFieldProps {
  /** Path of the list in the form. */
  name: string;
  legend: string;
  help?: string;
  /** What a new row holds. */
  empty: object;
  add: string;
  /** The fields of one row, whose names begin with `path`. */
  row: (path: string) => ReactNode;
}

/** A list inside a form: rows are added, changed and taken away, and saved with the rest. */
export function RowsField({ name, legend, help, empty, add, row }: RowsFieldProps) {
  const { fields, append, remove } = useFieldArray({ name });
  const adding = useRef<HTMLDivElement>(null);
  const drop = (index: number) => {
    remove(index);
    // The button that had the focus is gone.
    adding.current?.querySelector('button')?.focus();
  };
  return (
    <fieldset className="cf-rows">
      <legend className="cf-section-title">{legend}</legend>
      {help && <p className="cf-help">{help}</p>}
      <ul>
        {fields.map((field, index) => (
          <li key={field.id}>
            <div className="cf-rows-fields">{row(`${name}.${index}`)}</div>
            <button
              type="button"
              className="cf-icon-button"
              title="Togli questa riga"
              onClick={() => drop(index)}
            >
              <Icon name="close" label={`Togli la riga ${index + 1}: ${legend}`} />
            </button>
          </li>
        ))}
      </ul>
      <div ref={adding}>
        <Button type="button" color="primary" outline size="sm" onClick={() => append(empty)}>
          <Icon name="plus" />
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
