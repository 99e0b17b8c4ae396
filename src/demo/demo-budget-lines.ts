/** Invented, like everything that hangs on it: no document says what the project cost. */
export interface DemoLine {
  /** Key of the organisation. */
  partner: string;
  category: string;
  workItem?: string;
  description: string;
  planned: string;
  /** How many expenses it has so far, and the share of the plan that they use up, in hundredths. */
  expenses: number;
  used: number;
  issuer?: string;
}

const line = (
  partner: string,
  [category, workItem]: [string, string?],
  description: string,
  planned: string,
  [expenses, used, issuer]: [number, number, string?],
): DemoLine => ({
  partner,
  category,
  description,
  planned,
  expenses,
  used,
  ...(workItem ? { workItem } : {}),
  ...(issuer ? { issuer } : {}),
});

const LEAD = 'regione-piemonte';

const lead: DemoLine[] = [
  line(LEAD, ['A'], 'Coordinamento e amministrazione', '120000.00', [28, 48]),
  line(LEAD, ['B'], 'Missioni del gruppo di coordinamento', '8000.00', [12, 41]),
  line(LEAD, ['D'], 'Materiali per gli incontri', '3500.00', [9, 112, 'Cartoleria dimostrativa']),
  line(LEAD, ['E'], 'Attrezzature informatiche', '6000.00', [3, 88, 'Informatica dimostrativa']),
  line(LEAD, ['F', 'A3'], 'Redazione di contenuti per il sito', '24000.00', [
    10,
    54,
    'Redazione dimostrativa',
  ]),
  line(LEAD, ['G1'], 'Revisore indipendente', '14000.00', [4, 40, 'Revisore dimostrativo']),
  line(LEAD, ['G2'], 'Esperto legale', '5000.00', [2, 40, 'Esperto legale dimostrativo']),
  line(LEAD, ['I'], 'Stampa e diffusione', '4000.00', [8, 63, 'Tipografia dimostrativa']),
];

const agencies = [1, 2].flatMap((n) => [
  line(`demo-agenzia-${n}`, ['A', 'A1'], 'Docenti dei laboratori L2', '60000.00', [24, 62]),
  line(`demo-agenzia-${n}`, ['D', 'A1'], 'Materiali didattici', '2500.00', [
    5,
    71,
    'Libreria dimostrativa',
  ]),
]);

const adultSchools = [1, 2].flatMap((n) => [
  line(`demo-cpia-${n}`, ['A', 'A1'], 'Docenti dei laboratori L2', '30000.00', [13, 47]),
  line(`demo-cpia-${n}`, ['D', 'A1'], 'Materiali didattici', '1200.00', [
    2,
    35,
    'Libreria dimostrativa',
  ]),
]);

const cooperatives = [1, 2].flatMap((n) => [
  line(`demo-coop-${n}`, ['A', 'A2'], 'Mediazione a chiamata', '85000.00', [
    30,
    n === 1 ? 101 : 66,
  ]),
  line(`demo-coop-${n}`, ['A', 'A2'], 'Mediazione di comunità', '30000.00', [13, 52]),
  line(`demo-coop-${n}`, ['B', 'A2'], 'Spostamenti dei mediatori', '4500.00', [7, 58]),
]);

const associations = [1, 2, 3, 4].flatMap((n) => [
  line(`demo-assoc-${n}`, ['A', 'A4'], 'Animazione degli incontri', '12000.00', [6, 45]),
  line(`demo-assoc-${n}`, ['H', 'A4'], 'Trasporto dei partecipanti', '3000.00', [
    3,
    50,
    'Autonoleggio dimostrativo',
  ]),
]);

export const demoLines: DemoLine[] = [
  ...lead,
  ...agencies,
  ...adultSchools,
  ...cooperatives,
  ...associations,
];

export const demoSources = [
  { code: 'UE', label: 'Contributo dell’Unione europea (FAMI)', rate: '0.5' },
  { code: 'NAZ', label: 'Contributo nazionale', rate: '0.5' },
];
