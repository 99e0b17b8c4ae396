import { monthName } from '../frame/format.js';
import type { PeopleGroup } from './people-queries.js';
import { BANDS, citizenshipName, GENDERS, TARGETS } from './words.js';

/** Each count by its name, and how it is made in one sentence. */
export const EXPLAINED = {
  people: {
    name: 'Persone',
    rule: 'Persone diverse presenti almeno una volta, su tutti i giorni scelti: mai la somma dei periodi.',
  },
  recipients: {
    name: 'Destinatari',
    rule: 'Cittadini di Paesi terzi e apolidi, secondo gli Stati dell’Unione alla prima presenza.',
  },
  toVerify: { name: 'Da verificare', rule: 'Persone di cui non è nota la cittadinanza.' },
  notTarget: {
    name: 'Non target',
    rule: 'Cittadini di uno Stato che era nell’Unione alla prima presenza.',
  },
  presences: { name: 'Presenze', rule: 'Passaggi: ogni persona in ogni attività svolta.' },
  minutes: { name: 'Ore-presenza', rule: 'Le ore di tutte le presenze, persona per persona.' },
  heads: {
    name: 'Presenze non nominative',
    rule: 'Teste contate senza codice nelle stesse attività: stanno a parte, non sono persone.',
  },
  coverage: { name: 'Copertura', rule: 'Quante delle teste contate hanno un codice.' },
} as const;

export const BREAKDOWNS: Record<string, string> = {
  gender: 'Genere',
  age: 'Fascia d’età',
  target: 'Stato',
  citizenship: 'Cittadinanza',
  workItem: 'Azione',
  project: 'Progetto',
  period: 'Periodo',
};

export const PERIOD_SETS: Record<string, string> = {
  fami_quarter: 'Trimestri FAMI',
  puc_bimester: 'Bimestri PUC',
  interreg_semester: 'Semestri Interreg',
  school_year: 'Anni scolastici',
  calendar_year: 'Anni solari',
  month: 'Mesi',
};

const UNKNOWN: Record<string, string> = { gender: 'non noto', age: 'non nota' };

const WORDS: Record<string, (key: string) => string | undefined> = {
  gender: (key) => GENDERS[key as keyof typeof GENDERS],
  age: (key) => BANDS[key as keyof typeof BANDS],
  target: (key) => TARGETS[key as keyof typeof TARGETS]?.word,
  citizenship: citizenshipName,
};

/** The group as an office says it; what nobody knows is a group like the others. */
export function groupName(by: string, { key, label }: PeopleGroup): string {
  if (key === 'unknown') return UNKNOWN[by] ?? 'non noto';
  if (by === 'period' && /^\d{4}-\d{2}$/.test(label)) return monthName(label);
  return WORDS[by]?.(key) ?? label;
}
