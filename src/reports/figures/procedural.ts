import { textNames, textTitles } from '../completeness.js';
import type { Facts } from '../facts.js';
import type { Section } from './figure.js';

/** Scheda procedurale: what was done and what stood in the way, in words. */
export const procedural = ({ texts }: Facts): Section => ({
  key: 'procedural',
  title: 'Scheda procedurale',
  texts: textNames.map((name) => ({ label: textTitles[name], text: texts[name]?.trim() ?? '' })),
  tables: [],
});
