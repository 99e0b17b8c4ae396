import type { Facts } from '../facts.js';
import { left, type Section, text } from './figure.js';

/** Anagrafica: where the project stands in its programme, where it works and with whom. */
export function registry({ project, team }: Facts): Section {
  const line = (label: string, values: (string | null)[]) => [
    text(label),
    text(values.filter((value) => value).join(' · ') || null),
  ];
  return {
    key: 'registry',
    title: 'Anagrafica',
    texts: [],
    tables: [
      {
        title: 'Programma e territorio',
        columns: [left('Dato'), left('Valore')],
        rows: [
          line('Fondo', [project.fund]),
          line('Avviso', [project.call]),
          line('Posizione nel programma', project.programme),
          line('Annualità', [project.annuality]),
          line('Codici', project.codes),
          line('Luoghi', project.places),
          line('Aree tematiche', project.areas),
        ],
        note: null,
      },
      {
        title: 'Gruppo di lavoro',
        columns: [left('Persona e funzione')],
        rows: team.map((member) => [text(member)]),
        note: team.length === 0 ? 'Nessuna persona indicata.' : null,
      },
    ],
  };
}
