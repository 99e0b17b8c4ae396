import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { FieldShell } from './fields.js';
import type { FieldProps } from './fields.js';
import { euro, hours, weekday } from './format.js';
import { Icon } from './Icon.js';
import {
  parseCount,
  parseDay,
  parseDuration,
  parseMoney,
  parseQuantity,
  parseTime,
} from './parse.js';
import { useToday } from './today.js';

/*
 * Fields that keep the typed text in the form and say what they understood of it.
 * Turn the text into a value at submit with the same function of parse.ts.
 */

interface TypedProps extends FieldProps {
  check: (text: string) => string | number | null;
  show?: (text: string) => ReactNode;
  wrong: string;
  inputMode?: 'decimal' | 'numeric' | 'text';
  after?: ReactNode;
  placeholder?: string;
}

function TypedField({ check, show, wrong, inputMode, after, placeholder, ...field }: TypedProps) {
  const { register } = useFormContext();
  const text = String(useWatch({ name: field.name }) ?? '');
  const understood = text.trim() !== '' && check(text) !== null ? show?.(text) : undefined;
  const validate = (value: string | null | undefined) => {
    const typed = (value ?? '').trim();
    if (typed === '') return !field.required || `Manca: ${field.label}`;
    return check(typed) !== null || wrong;
  };
  return (
    <FieldShell {...field} understood={understood}>
      {(attributes) => (
        <div className="cf-input-row">
          <input
            {...attributes}
            {...register(field.name, { validate })}
            className="form-control"
            inputMode={inputMode}
            autoComplete="off"
            placeholder={placeholder}
          />
          {after}
        </div>
      )}
    </FieldShell>
  );
}

/** A day: 'oggi', 'ieri', 'lun', '12/3', '12/03/2019', or from the calendar. */
export function DayField(props: FieldProps) {
  const today = useToday();
  return (
    <TypedField
      {...props}
      check={(text) => parseDay(text, today)}
      show={(text) => weekday(parseDay(text, today) ?? today, true)}
      wrong="Data non riconosciuta: scrivi oggi, ieri, lun, 12/3 oppure 12/03/2019"
      after={<CalendarButton name={props.name} label={props.label} />}
    />
  );
}

function CalendarButton({ name, label }: { name: string; label: string }) {
  const picker = useRef<HTMLInputElement>(null);
  const today = useToday();
  const { setValue, getValues } = useFormContext();
  const open = () => {
    if (!picker.current) return;
    picker.current.value = parseDay(String(getValues(name) ?? ''), today) ?? today;
    picker.current.showPicker();
  };
  const choose = (chosen: string) => {
    const [year, month, date] = chosen.split('-');
    if (date)
      setValue(name, `${date}/${month}/${year}`, { shouldValidate: true, shouldDirty: true });
  };
  return (
    <>
      <button type="button" className="cf-icon-button" onClick={open} tabIndex={-1}>
        <Icon name="calendar" label={`Scegli dal calendario: ${label}`} />
      </button>
      <input
        ref={picker}
        type="date"
        className="cf-hidden-picker"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => choose(event.target.value)}
      />
    </>
  );
}

/** Hours: '2', '2h', '1,5', '1:30', '90m'. */
export const DurationField = (props: FieldProps) => (
  <TypedField
    {...props}
    check={parseDuration}
    show={(text) => `${hours(parseDuration(text) ?? 0)} ore`}
    wrong="Durata non riconosciuta: scrivi 2h, 1,5, 1:30 oppure 90m"
  />
);

/** An amount in euro: '1.234,56'. */
export const MoneyField = (props: FieldProps) => (
  <TypedField
    {...props}
    check={parseMoney}
    show={(text) => euro(parseMoney(text) ?? '0')}
    wrong="Importo non riconosciuto: scrivi per esempio 1.234,56"
    inputMode="decimal"
  />
);

export const QuantityField = (props: FieldProps) => (
  <TypedField
    {...props}
    check={parseQuantity}
    wrong="Scrivi un numero, per esempio 12 o 12,5"
    inputMode="decimal"
  />
);

export const CountField = (props: FieldProps) => (
  <TypedField {...props} check={parseCount} wrong="Scrivi un numero intero" inputMode="numeric" />
);

/** A time of day: '9', '9:30', '0930'. */
export const TimeField = (props: FieldProps) => (
  <TypedField
    {...props}
    check={parseTime}
    wrong="Ora non riconosciuta: scrivi 9:30"
    placeholder="9:30"
  />
);
