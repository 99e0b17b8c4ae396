import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy, ValidateIf } from 'class-validator';

/** What every kind of field can be told. */
export interface FieldOptions {
  /** May be left out. */
  optional?: true;
  /** May be null. */
  nullable?: true;
  description?: string;
}

/** The Italian sentence about what is wrong with a value, or null when nothing is. */
export type Check = (value: unknown) => string | null;

export const REQUIRED = 'Campo obbligatorio.';

// PostgreSQL text cannot hold NUL, nor UTF-8 half of a character outside the basic plane.
const NOT_STORABLE = /\0|\p{Surrogate}/u;

/** A language by its ISO 639 code. */
export const LANGUAGE = /^[a-z]{2,3}$/;

/** A text that the database can hold. */
export const isStorable = (value: unknown): value is string =>
  typeof value === 'string' && !NOT_STORABLE.test(value);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isId = (value: unknown): value is string =>
  typeof value === 'string' && UUID.test(value);

/** An id as the database writes it, so that equal ids are equal texts; anything else as it is. */
export const tidyId = <T>(value: T): T | string => (isId(value) ? value.toLowerCase() : value);

/** One validator, one message: a field that fails says one thing only. */
export function checked(name: string, check: Check, options: FieldOptions): PropertyDecorator {
  const missing = (value: unknown): boolean => value === undefined || value === null;
  const complaint: Check = (value) => (missing(value) ? REQUIRED : check(value));
  return applyDecorators(
    ValidateIf(
      (_, value) =>
        !(options.optional && value === undefined) && !(options.nullable && value === null),
    ),
    ValidateBy({
      name,
      validator: {
        validate: (value) => complaint(value) === null,
        defaultMessage: (args) => complaint(args?.value) ?? REQUIRED,
      },
    }),
  );
}

export function documented(schema: ApiPropertyOptions, options: FieldOptions): PropertyDecorator {
  return ApiProperty({
    ...schema,
    ...(options.description === undefined ? {} : { description: options.description }),
    ...(options.nullable ? { nullable: true } : {}),
    required: !options.optional,
  } as ApiPropertyOptions);
}

/** Applies to texts only: any other type goes on to the check, which refuses it. */
export const onText = (change: (text: string) => unknown): PropertyDecorator =>
  Transform(({ value }) => (typeof value === 'string' ? change(value) : value));

/** Validator and OpenAPI schema of a kind of field, together. */
export const field = (
  name: string,
  check: Check,
  schema: ApiPropertyOptions,
  options: FieldOptions,
): PropertyDecorator => applyDecorators(checked(name, check, options), documented(schema, options));
