import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { FieldShell } from './fields.js';
import type { ControlAttributes, FieldProps } from './fields.js';
import { Icon } from './Icon.js';

export interface Choice {
  value: string;
  label: string;
  /** A second line in grey: the role, the code. */
  hint?: string;
}

interface ChoiceFieldProps extends FieldProps {
  choices: Choice[];
  /** Keeps an array of values and shows them as chips. */
  many?: boolean;
  placeholder?: string;
}

const MOST = 60;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');

/** Choices whose words all occur, accents and case apart; those that hold them as they were typed come first. */
function matching(choices: Choice[], text: string): Choice[] {
  const typed = plain(text.trim());
  const words = typed.split(/\s+/).filter(Boolean);
  const found = choices
    .map((choice) => ({ choice, whole: plain(`${choice.label} ${choice.hint ?? ''}`) }))
    .filter(({ whole }) => words.every((word) => whole.includes(word)));
  const rank = (whole: string) => (whole.startsWith(typed) ? 0 : whole.includes(typed) ? 1 : 2);
  return found
    .toSorted((a, b) => rank(a.whole) - rank(b.whole))
    .slice(0, MOST)
    .map(({ choice }) => choice);
}

/** One or many out of a long list, searched while typing (combobox of the ARIA patterns). */
export function ChoiceField({ choices, many, placeholder, ...field }: ChoiceFieldProps) {
  const { control } = useFormContext();
  const { field: bound } = useController({
    control,
    name: field.name,
    rules: {
      validate: (value: unknown) =>
        !field.required ||
        (Array.isArray(value) ? value.length > 0 : Boolean(value)) ||
        `Manca: ${field.label}`,
    },
  });
  const values: string[] = many
    ? ((bound.value as string[] | undefined) ?? [])
    : bound.value
      ? [String(bound.value)]
      : [];
  const byValue = useMemo(
    () => new Map(choices.map((choice) => [choice.value, choice])),
    [choices],
  );
  const pick = (value: string) => bound.onChange(many ? [...new Set([...values, value])] : value);
  const drop = (value: string) => bound.onChange(many ? values.filter((one) => one !== value) : '');
  return (
    <FieldShell {...field}>
      {(attributes) => (
        <div className="cf-choice">
          {many && values.length > 0 && (
            <ul className="cf-choice-chips">
              {values.map((value) => (
                <li key={value}>
                  {byValue.get(value)?.label ?? 'Non più disponibile'}
                  <button type="button" onClick={() => drop(value)}>
                    <Icon name="close" label={`Togli ${byValue.get(value)?.label ?? ''}`} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Combobox
            attributes={attributes}
            choices={many ? choices.filter(({ value }) => !values.includes(value)) : choices}
            shown={many ? '' : (byValue.get(values[0] ?? '')?.label ?? '')}
            pick={pick}
            clear={() => !many && bound.onChange('')}
            onBlur={bound.onBlur}
            placeholder={placeholder}
          />
        </div>
      )}
    </FieldShell>
  );
}

interface ComboboxProps {
  attributes: ControlAttributes;
  choices: Choice[];
  /** What stands in the box while nobody types. */
  shown: string;
  pick: (value: string) => void;
  clear: () => void;
  onBlur: () => void;
  placeholder?: string;
}

function Combobox({ attributes, choices, shown, pick, clear, onBlur, placeholder }: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = useMemo(() => (open ? matching(choices, typed ?? '') : []), [open, choices, typed]);
  const listId = `${attributes.id}-list`;

  const close = () => {
    setOpen(false);
    setTyped(null);
  };
  const choose = (choice: Choice | undefined) => {
    if (choice) pick(choice.value);
    close();
  };
  const move = (to: number) => {
    setOpen(true);
    const next = Math.max(0, Math.min(found.length - 1, to));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(open ? at + 1 : 0),
      ArrowUp: () => move(at - 1),
    };
    if (open) {
      acts['Enter'] = () => choose(found[at]);
      acts['Escape'] = close;
    }
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const leave = () => {
    if (typed === '') clear();
    else if (typed && found.length === 1) choose(found[0]);
    close();
    onBlur();
  };
  return (
    <div className="cf-combobox">
      <input
        {...attributes}
        className="form-control"
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] ? `${listId}-${at}` : undefined}
        autoComplete="off"
        placeholder={placeholder ?? 'Scrivi per cercare'}
        value={typed ?? shown}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(0);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => setOpen(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <Icon name="expand" className="cf-combobox-arrow" />
      <ul
        ref={list}
        id={listId}
        role="listbox"
        className="cf-listbox"
        hidden={!open}
        aria-label="Scelte"
      >
        {found.map((choice, index) => (
          <li
            key={choice.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice.label}
            {choice.hint && <small>{choice.hint}</small>}
          </li>
        ))}
        {open && found.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled="true" className="is-none">
            Nessun risultato
          </li>
        )}
      </ul>
    </div>
  );
}
