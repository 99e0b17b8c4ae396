import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import {
  type Check,
  checked,
  documented,
  field,
  type FieldOptions,
  isId,
  isStorable,
  LANGUAGE,
  onText,
  tidyId,
} from './checks.js';
import { isIsoDate } from './dates.js';

type ItemClass = () => ClassType<unknown>;
type ItemKind = 'text' | 'id' | 'integer' | 'day' | 'language';
type PlainItem = () => ItemKind | typeof String;

const KINDS: Record<ItemKind, { schema: object; holds: (item: unknown) => boolean }> = {
  text: {
    schema: { type: 'string' },
    holds: (item) => isStorable(item) && item.length <= 2000,
  },
  id: {
    schema: { type: 'string', format: 'uuid' },
    holds: isId,
  },
  integer: { schema: { type: 'integer' }, holds: Number.isSafeInteger },
  day: { schema: { type: 'string', format: 'date' }, holds: isIsoDate },
  language: {
    schema: { type: 'string', pattern: LANGUAGE.source, example: 'ar' },
    holds: (item) => typeof item === 'string' && LANGUAGE.test(item),
  },
};

const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface ListOptions extends FieldOptions {
  min?: number;
  max?: number;
}

function listCheck(holds: (item: unknown) => boolean, { min = 0, max = 1000 }: ListOptions): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'Serve un elenco.';
    if (value.length < min)
      return min === 1 ? 'Serve almeno un elemento.' : `Servono almeno ${min} elementi.`;
    if (value.length > max) return `Al massimo ${max} elementi.`;
    return value.every(holds) ? null : "Un elemento dell'elenco non è valido.";
  };
}

/** The kind of plain values that a thunk names; null for a class, which may not have loaded yet. */
function plainKind(of: ItemClass | PlainItem): ItemKind | null {
  try {
    const named: unknown = of();
    if (named === String) return 'text';
    return typeof named === 'string' ? (named as ItemKind) : null;
  } catch {
    return null;
  }
}

const kindOf = (
  of: ItemKind | readonly string[],
): { schema: object; holds: (item: unknown) => boolean } =>
  typeof of === 'string'
    ? KINDS[of]
    : { schema: { type: 'string', enum: [...of] }, holds: (item) => of.includes(item as string) };

/**
 * A list, up to 1000 items unless told: of a class (`ListField(() => Item)`), of plain values
 * (`ListField('text' | 'id' | 'integer' | 'day' | 'language')`), or of a closed list of texts (`ListField(STATES)`).
 */
export function ListField(
  of: ItemClass | PlainItem | ItemKind | readonly string[],
  options: ListOptions = {},
): PropertyDecorator {
  // A list in a view is as long as it is: only what was asked for is published as a limit.
  const limits = {
    ...(options.min === undefined ? {} : { minItems: options.min }),
    ...(options.max === undefined ? {} : { maxItems: options.max }),
  };
  const plain = typeof of === 'function' ? plainKind(of) : of;
  if (plain !== null) {
    const { holds, schema } = kindOf(plain);
    const check = listCheck(holds, options);
    const list = field('list', check, { type: 'array', items: schema, ...limits }, options);
    return plain === 'id' ? applyDecorators(tidyIds, list) : list;
  }
  const item = of as ItemClass;
  return applyDecorators(
    checked('list', listCheck(isRecord, options), options),
    ValidateNested({ each: true, message: "Un elemento dell'elenco non è valido." }),
    Type(item),
    documented({ type: () => item(), isArray: true, ...limits }, options),
  );
}

/** A nested object of a class whose members carry field decorators. */
export const ObjectField = (of: ItemClass, options: FieldOptions = {}): PropertyDecorator =>
  applyDecorators(
    checked('object', (value) => (isRecord(value) ? null : 'Serve un oggetto.'), options),
    ValidateNested({ message: 'Serve un oggetto.' }),
    Type(of),
    documented({ type: () => of() }, options),
  );

const tidyIds = Transform(({ value }: { value: unknown }) =>
  // A single one in a query becomes a list of one, before or after.
  Array.isArray(value) ? value.map(tidyId) : tidyId(value),
);

export const asList = onText((typed) => [typed]);
