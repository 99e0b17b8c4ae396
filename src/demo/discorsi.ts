import { adherentParticipations } from './discorsi-adherents.js';
import { discorsiDeliverables } from './discorsi-deliverables.js';
import type { ObjectiveFacts, ProjectFacts, WorkItemFacts } from './facts.js';

const phases: WorkItemFacts[] = [
  {
    code: 'F1',
    kind: 'phase',
    title: 'Fase 1 – Analisi comparativa nelle tre regioni',
    description:
      'Confronto fra Piemonte, Rhône-Alpes e Catalogna attraverso tre ricerche sulle pratiche e sui servizi di accoglienza e integrazione dei cittadini stranieri: casa, salute, lavoro e professioni.',
  },
  {
    code: 'F2',
    kind: 'phase',
    title: 'Fase 2 – Eventi internazionali',
    description:
      'Study tour a Lione e a Barcellona per conoscere da vicino le buone pratiche trovate all’estero; a Torino un seminario internazionale per restituire i risultati e discuterne.',
  },
  {
    code: 'F3',
    kind: 'phase',
    title: 'Fase 3 – Sperimentazione in Piemonte',
    description:
      'Ricerca/azione su modi nuovi di erogare i servizi: percorsi di inclusione abitativa, sanitaria e professionale per cittadini di Paesi terzi, con gli elementi di metodo che all’estero hanno funzionato.',
  },
  {
    code: 'F4',
    kind: 'phase',
    title: 'Fase 4 – Ruolo delle associazioni di migranti',
    description:
      'Percorsi per rafforzare le associazioni etniche e di migranti presenti in Piemonte e incontri di approfondimento degli studi con i servizi territoriali competenti.',
  },
];

const objectives: ObjectiveFacts[] = [
  {
    code: 'OG',
    kind: 'general',
    text: 'Servizi migliori di accoglienza e integrazione per i migranti che vivono in Piemonte – casa, salute, lavoro – grazie al dialogo e alla cooperazione fra istituzioni e società civile di Piemonte, Auvergne-Rhône-Alpes e Catalogna: da una parte si analizzano e si condividono i modelli e si provano in Piemonte le innovazioni nate dalle buone pratiche, dall’altra l’associazionismo migrante acquista peso nel rapporto con gli enti e le istituzioni che danno quei servizi.',
  },
  {
    code: 'OS1',
    kind: 'specific',
    parent: 'OG',
    text: 'Migliorare i servizi di accoglienza e integrazione dei migranti residenti in Piemonte: la ricerca/azione nelle tre regioni europee individua buone pratiche e modelli di servizio particolarmente innovativi, che si traducono in nuove metodologie sperimentate in Piemonte.',
  },
  {
    code: 'OS2',
    kind: 'specific',
    parent: 'OG',
    text: 'Rafforzare le associazioni di migranti del Piemonte e renderle attive nel confronto con chi sul territorio offre servizi di accoglienza e integrazione, e nel facilitare l’accesso ai servizi dei propri associati e delle loro famiglie.',
  },
  {
    code: 'OS3',
    kind: 'specific',
    parent: 'OG',
    text: 'Far nascere scambi e conoscenza fra l’associazionismo migrante piemontese e le comunità di migranti organizzate in Francia e in Spagna, sulla base dei rapporti di lunga data fra i coordinamenti della cooperazione internazionale COP, RESACOOP e LaFede.cat.',
  },
  {
    code: 'OS4',
    kind: 'specific',
    parent: 'OG',
    text: 'Mettere in rete le relazioni che le tre regioni hanno, attraverso la cooperazione internazionale di Ong, Regioni ed enti locali, con i Paesi da cui vengono le comunità più significative (per il Piemonte Marocco, Albania, Senegal e Perù), per ragionare insieme sui flussi in arrivo e di rientro e su come valorizzare le competenze professionali e formative dei migranti.',
  },
];

/** D.I.S.Co.R.S.I. Migranti: our institute is named nowhere in its documents. */
export const discorsi: ProjectFacts = {
  slug: 'discorsi-migranti',
  title:
    'D.I.S.Co.R.S.I. Migranti: Dialogo Interregionale sui Servizi in tema di COmpetenze, Residenza e Salute per l’Integrazione dei Migranti in Piemonte, Auvergne-Rhône-Alpes e Catalogna',
  acronym: 'D.I.S.Co.R.S.I. Migranti',
  aliases: ['D.I.S.Co.R.S.I: Migranti', 'I.S.Co.R.S.I. Migranti', 'Discorsi Migranti'],
  summary:
    'Progetto FAMI del Consorzio Ong Piemontesi con CCM, CICSENE ed ENAIP Piemonte: confronta i servizi di tre regioni europee su casa, salute e lavoro dei migranti e ne sperimenta in Piemonte le pratiche migliori.',
  aims: 'Contribuire a servizi migliori per l’inclusione abitativa, sanitaria e professionale dei migranti e a un associazionismo migrante più forte.',
  state: 'concluded',
  starts: '2017-05-15',
  ends: '2018-05-31',
  executionYears: '2017-2018',
  fund: 'FAMI',
  node: 'OS2-ON3-m',
  submittedYear: 2016,
  annuality: '2016-2018',
  source: 'Schede del progetto sui siti dei promotori.',
  places: [
    { country: 'IT', region: 'Piemonte', province: 'Provincia di Torino' },
    { country: 'FR', region: 'Auvergne-Rhône-Alpes' },
    { country: 'ES', region: 'Catalogna' },
  ],
  areas: ['Migrazioni', 'Inclusione abitativa', 'Inclusione sanitaria', 'Inclusione professionale'],
  communities: [
    { label: 'Marocco', country: 'MA' },
    { label: 'Albania', country: 'AL' },
    { label: 'Senegal', country: 'SN' },
    { label: 'Perù', country: 'PE' },
  ],
  objectives,
  workItems: phases,
  participations: [
    { organisation: 'cop', role: 'lead' },
    { organisation: 'ccm', role: 'partner' },
    { organisation: 'cicsene', role: 'partner' },
    { organisation: 'enaip', role: 'partner' },
    ...adherentParticipations,
  ],
  deliverables: discorsiDeliverables,
};
