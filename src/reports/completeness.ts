import { RuleBroken } from '../kernel/errors.js';

export const textNames = [
  'synthesis',
  'strengths',
  'deviations',
  'problems',
  'teamChanges',
  'networkRoles',
] as const;
export type TextName = (typeof textNames)[number];
export type Texts = Record<TextName, string | null>;

/** Titles of the procedural texts, in the order of the funder's sheet (FAMI 2014-2020, scheda procedurale). */
export const textTitles: Record<TextName, string> = {
  synthesis: 'Sintesi delle attività e dei prodotti del periodo',
  strengths: 'Punti di forza',
  deviations: 'Scostamenti dall’ultimo cronogramma approvato',
  problems: 'Problemi, soluzioni e loro origine',
  teamChanges: 'Modifiche al gruppo di lavoro',
  networkRoles: 'Ruolo dei soggetti della rete',
};

/** The texts that nobody has written yet. */
export const missingTexts = (texts: Texts): TextName[] =>
  textNames.filter((name) => !texts[name]?.trim());

/** Only the synthesis is indispensable; the rest may truly have nothing to say. Throws RuleBroken `report.incomplete`. */
export function assertMayBeSent(texts: Texts): void {
  if (texts.synthesis?.trim()) return;
  throw new RuleBroken(
    'report.incomplete',
    'Manca la sintesi delle attività del periodo: scrivila, poi invia il rendiconto.',
    [{ path: 'synthesis', message: 'Da scrivere prima dell’invio.' }],
  );
}
