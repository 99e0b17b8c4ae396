import { formatMinutes } from '../kernel/minutes.js';
import type { Letter } from '../platform/mail/mail.js';
import type { PackageUnit } from './billable.js';

/** A package when its letter is written: amounts are in its unit. */
export interface PackageAlertFacts {
  threshold: 80 | 95;
  projectTitle: string;
  contractTitle: string;
  kindLabel: string;
  unit: PackageUnit;
  language: string | null;
  bought: number;
  used: number;
  /** Where they read. */
  coordinators: string[];
}

const languages = new Intl.DisplayNames('it', { type: 'language' });

const WORDS: Record<PackageUnit, (amount: number) => string> = {
  minutes: (amount) => `${formatMinutes(amount)} ore`,
  pages: (amount) => `${amount} pagine`,
  count: (amount) => String(amount),
};

const SHARES = { 80: 'all’80%', 95: 'al 95%' } as const;

/** Tells a coordinator how much of a package is taken. */
export function packageAlertLetter(
  alert: PackageAlertFacts,
  to: string,
  publicUrl: string,
): Letter {
  const { threshold, bought, used, language } = alert;
  const told = WORDS[alert.unit];
  const name = [alert.kindLabel, language && languages.of(language)].filter(Boolean).join(', ');
  const text = [
    alert.projectTitle,
    '',
    `Contratto: ${alert.contractTitle}`,
    `Pacchetto: ${name}`,
    `Comprate: ${told(bought)}`,
    `Usate, comprese quelle programmate: ${told(used)}`,
    `Restano: ${told(bought - used)}`,
    '',
    `Vedi il pacchetto: ${publicUrl}/contratti`,
    'Questo avviso parte una volta sola per soglia; riparte se il pacchetto viene ampliato.',
    '',
  ].join('\n');
  return { to, subject: `Pacchetto usato ${SHARES[threshold]}: ${name}`, text };
}
