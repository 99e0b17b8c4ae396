import { useId } from 'react';
import type { ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import type { FieldValues } from 'react-hook-form';

export interface FieldProps {
  /** Path of the value in the form. */
  name: string;
  label: string;
  /** One line under the label: what to write, with an example. */
  help?: ReactNode;
  required?: boolean;
  /** Takes less than the full width: 'half' or 'third' of the form's row. */
  size?: 'half' | 'third';
}

interface ShellProps extends FieldProps {
  children: (attributes: ControlAttributes) => ReactNode;
  /** What was understood from the typed text, shown under the control. */
  understood?: ReactNode;
}

export interface ControlAttributes {
  id: string;
  'data-field': string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
}

/** Label, help, control and error of one field. */
export function FieldShell(props: ShellProps) {
  const { name, help, required, size, children, understood } = props;
  const id = useId();
  const { formState } = useFormContext();
  const error = get(formState.errors, name) as { message?: string } | undefined;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const attributes: ControlAttributes = {
    id,
    'data-field': name,
    'aria-invalid': Boolean(error),
    'aria-describedby': described || undefined,
    'aria-required': required,
  };
  const classes = ['cf-field', size && `is-${size}`, error && 'has-error']
    .filter(Boolean)
    .join(' ');
  return (
    <div className={classes}>
      <Label id={id} {...props} />
      {help && (
        <p id={`${id}-help`} className="cf-help">
          {help}
        </p>
      )}
      {children(attributes)}
      {understood && !error && <p className="cf-understood">{understood}</p>}
      {error && (
        <p id={`${id}-error`} className="cf-field-error">
          {error.message}
        </p>
      )}
    </div>
  );
}

const Label = ({ id, label, required }: { id: string; label: string; required?: boolean }) => (
  <label htmlFor={id}>
    {label}
    {required && (
      <span className="cf-required" aria-hidden="true">
        *
      </span>
    )}
  </label>
);

type Check = (value: string, all: FieldValues) => true | string;

/** Required first, then the field's own check of what was typed. */
const ruleOf = ({ label, required }: FieldProps, check?: Check) => ({
  validate: (value: string | null | undefined, all: FieldValues): true | string => {
    const text = value ?? '';
    if (text.trim() === '') return required ? `Manca: ${label}` : true;
    return check?.(text, all) ?? true;
  },
});

interface TextProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'url' | 'search';
  autoComplete?: string;
  placeholder?: string;
  autoFocus?: boolean;
  maxLength?: number;
  /** Offered while typing; anything else may be written too. */
  suggestions?: string[];
  /** Says what is wrong with a typed value, or true. */
  check?: Check;
}

export function TextField(props: TextProps) {
  const {
    type = 'text',
    check,
    autoComplete,
    placeholder,
    autoFocus,
    maxLength,
    suggestions,
  } = props;
  const { register } = useFormContext();
  return (
    <FieldShell {...props}>
      {(attributes) => (
        <>
          <input
            {...attributes}
            {...register(props.name, ruleOf(props, check))}
            className="form-control"
            type={type}
            autoComplete={autoComplete ?? 'off'}
            placeholder={placeholder}
            autoFocus={autoFocus}
            maxLength={maxLength}
            list={suggestions && `${attributes.id}-offered`}
          />
          {suggestions && (
            <datalist id={`${attributes.id}-offered`}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </FieldShell>
  );
}

export function LongTextField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { register } = useFormContext();
  return (
    <FieldShell {...props}>
      {(attributes) => (
        <textarea
          {...attributes}
          {...register(props.name, ruleOf(props))}
          className="form-control"
          rows={props.rows ?? 3}
          maxLength={props.maxLength}
        />
      )}
    </FieldShell>
  );
}

interface SelectProps extends FieldProps {
  options: { value: string; label: string; group?: string }[];
  /** The word of the empty choice; leave it out when one must always be chosen. */
  none?: string;
}

/** For short lists; for long ones `ChoiceField` searches as you type. */
export function SelectField(props: SelectProps) {
  const { register } = useFormContext();
  return (
    <FieldShell {...props}>
      {(attributes) => (
        <select {...attributes} {...register(props.name, ruleOf(props))} className="form-select">
          {props.none !== undefined && <option value="">{props.none}</option>}
          {props.options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FieldShell>
  );
}

export function CheckField({ name, label, help }: FieldProps) {
  const id = useId();
  const { register } = useFormContext();
  return (
    <div className="cf-field cf-check">
      <input id={id} type="checkbox" data-field={name} {...register(name)} />
      <label htmlFor={id}>{label}</label>
      {help && <p className="cf-help">{help}</p>}
    </div>
  );
}
