import { COUNTRIES, countryName } from '../frame/countries.js';
import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { Recipient } from './recipient-queries.js';

export const TARGETS: Record<Recipient['target'], { word: string; icon: string; tone: Tone }> = {
  recipient: { word: 'destinatario', icon: 'check-circle', tone: 'good' },
  to_verify: { word: 'da verificare', icon: 'help-circle', tone: 'warn' },
  not_target: { word: 'non target', icon: 'minus-circle', tone: 'muted' },
};

export const TargetChip = ({ target }: { target: Recipient['target'] }) => (
  <StateChip {...TARGETS[target]} />
);

export const GENDERS = { female: 'donna', male: 'uomo', other: 'altro' } as const;
export const BANDS = {
  under_18: 'meno di 18 anni',
  '18_60': 'da 18 a 60 anni',
  over_60: 'più di 60 anni',
} as const;
export const PROOFS = {
  document: 'documento d’identità',
  permit: 'permesso di soggiorno',
  school: 'anagrafe scolastica',
  declaration: 'dichiarazione',
} as const;
export const FLAGS: Record<Recipient['flags'][number], string> = {
  pupil: 'alunno',
  unaccompanied_minor: 'minore non accompagnato',
  asylum_seeker: 'richiedente asilo',
  protection_holder: 'titolare di protezione',
  family_reunion: 'ricongiungimento familiare',
};

/** 'MA' → 'Marocco'; 'XX' → 'non nota'. */
export function citizenshipName(code: string): string {
  if (code === 'XX') return 'non nota';
  return code === 'stateless' ? 'apolide' : countryName(code);
}

export const CITIZENSHIPS = [
  { value: 'XX', label: 'non nota' },
  { value: 'stateless', label: 'apolide' },
  ...COUNTRIES,
];
