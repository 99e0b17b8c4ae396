import { BadShape } from '../kernel/errors.js';

// class-validator takes the first of these names for its own and lets it through.
const NO_FIELDS = ['constructor', '__proto__', 'prototype'];
const DEEPEST = 20;

/** Refuses input whose names or depth no form can have produced. Throws BadShape `request.shape`. */
export function assertPlain(value: unknown, path: readonly string[] = []): void {
  if (typeof value !== 'object' || value === null) return;
  if (path.length > DEEPEST) throw refused(path, 'I dati sono annidati troppo in profondità.');
  for (const [name, inner] of Object.entries(value)) {
    if (NO_FIELDS.includes(name))
      throw refused([...path, name], 'Questo campo non è previsto: toglilo.');
    assertPlain(inner, [...path, name]);
  }
}

const refused = (path: readonly string[], message: string): BadShape =>
  new BadShape('request.shape', 'Alcuni dati non sono come attesi: correggi i campi indicati.', [
    { path: path.join('.'), message },
  ]);
