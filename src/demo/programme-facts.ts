import type { NodeFacts } from './facts.js';

/** Funds and programmes as the documents name them. */
export const funds = [
  {
    key: 'FAMI',
    name: 'Fondo Asilo, Migrazione e Integrazione',
    note: null,
  },
  {
    key: 'FSC',
    name: 'Fondo per lo Sviluppo e la Coesione',
    note: 'Con i Fondi strutturali europei è il principale strumento finanziario delle politiche di coesione economica, sociale e territoriale e di riequilibrio. Come i programmi europei prevede monitoraggio e valutazione.',
  },
  {
    key: 'FONDI-STRUTTURALI',
    name: 'Fondi strutturali europei',
    note: 'Agiscono congiuntamente al Fondo per lo Sviluppo e la Coesione.',
  },
];

export const famiProgramme = {
  fund: 'FAMI',
  code: 'FAMI 2014-2020',
  name: 'FAMI – Fondo Asilo, Migrazione e Integrazione 2014-2020',
  years: '2014-2020',
};

export const famiNodes: NodeFacts[] = [
  {
    key: 'OS2',
    kind: 'specific_objective',
    code: '2',
    label: 'Integrazione / Migrazione legale',
  },
  {
    key: 'ON3',
    kind: 'national_objective',
    code: '3',
    label: 'Capacity building',
    parent: 'OS2',
  },
  {
    key: 'OS2-ON3-m',
    kind: 'letter',
    code: 'm)',
    label: 'Scambio di buone pratiche',
    parent: 'ON3',
  },
];

export const impactCall = {
  key: 'IMPACT',
  title: 'FAMI IMPACT',
  note: 'Il documento nomina soltanto «FAMI IMPACT»: numero e anno dell’avviso non sono indicati. Le lettere delle voci di costo seguono il modello di budget FAMI 2014-2020; dove la fonte non dice, la regola resta non configurata.',
};

/** Letters and caps of the FAMI 2014-2020 budget form (Allegato 5); a cap that no source gives is not invented. */
export const costCategories: {
  code: string;
  label: string;
  parent?: string;
  capRate?: string;
  mandatoryIf?: string;
}[] = [
  { code: 'A', label: 'Costi del personale' },
  { code: 'B', label: 'Costi di viaggio e soggiorno' },
  { code: 'C', label: 'Immobili' },
  { code: 'C1', label: 'Acquisto di immobili', parent: 'C' },
  { code: 'D', label: 'Materiali di consumo' },
  { code: 'E', label: 'Attrezzature' },
  { code: 'F', label: 'Appalti e affidamenti' },
  { code: 'G', label: 'Revisore ed esperto legale', capRate: '0.07' },
  {
    code: 'G1',
    label: 'Revisore indipendente',
    parent: 'G',
    capRate: '0.07',
    mandatoryIf: 'Sempre',
  },
  {
    code: 'G2',
    label: 'Esperto legale',
    parent: 'G',
    capRate: '0.02',
    mandatoryIf:
      'Quando c’è almeno un affidamento di servizi o forniture o un incarico individuale esterno',
  },
  { code: 'H', label: 'Spese per i destinatari' },
  { code: 'H2', label: 'Indennità', parent: 'H' },
  { code: 'I', label: 'Altri costi' },
  { code: 'J', label: 'Costi standard' },
  { code: 'K', label: 'Costi indiretti' },
];

const MODEL = 'Modello di budget FAMI 2014-2020 (Allegato 5)';

/** Null: looked for and not found; the screens say "non configurato". */
export const callRules: { code: string; label: string; value: string | null; source?: string }[] = [
  {
    code: 'eu_share',
    label: 'Quota di contributo dell’Unione europea',
    value: '50 %',
    source: MODEL,
  },
  { code: 'indirect_flat_rate', label: 'Tasso forfettario dei costi indiretti', value: null },
  { code: 'cap_base', label: 'Base dei massimali: costi preventivati o rendicontati', value: null },
  {
    code: 'budget_shift',
    label: 'Soglia delle variazioni di budget senza approvazione',
    value: null,
  },
  { code: 'advance', label: 'Percentuale di anticipo', value: null },
  { code: 'activity_window', label: 'Periodo in cui l’attività è ammissibile', value: null },
  { code: 'cost_window', label: 'Periodo in cui il costo può essere sostenuto', value: null },
  { code: 'payment_window', label: 'Periodo in cui il costo può essere pagato', value: null },
  { code: 'retention', label: 'Conservazione dei documenti', value: null },
];
