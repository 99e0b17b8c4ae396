import type { ImportColumn } from './target.js';

const DURATION = 'Ore o minuti: 1:30, 1,5 oppure 90m.';

/** What a file may say of activities; the names are those of the program's own export, and of the sheets that offices keep. */
export const activityColumns: readonly ImportColumn[] = [
  { key: 'day', label: 'Giorno', names: ['data', 'data inizio', 'dal'], required: true },
  {
    key: 'kind',
    label: 'Tipo di attività',
    names: ['tipo', 'tipologia', 'attività', 'servizio'],
    required: true,
    help: 'Come si legge nell’elenco dei tipi: Mediazione a chiamata.',
  },
  {
    key: 'workItemId',
    label: 'Azione',
    names: ['codice azione', 'voce del piano', 'wp', 'work package', 'linea'],
    required: true,
    help: 'Il codice o il titolo nel piano di lavoro.',
  },
  { key: 'endsOn', label: 'Ultimo giorno', names: ['data fine', 'al'] },
  { key: 'startTime', label: 'Inizio', names: ['ora inizio', 'dalle', 'ora di inizio'] },
  { key: 'endTime', label: 'Fine', names: ['ora fine', 'alle', 'ora di fine'] },
  {
    key: 'minutes',
    label: 'Durata',
    names: ['ore', 'durata ore', 'n ore', 'ore svolte'],
    help: DURATION,
  },
  { key: 'quantity', label: 'Quantità', names: ['pagine', 'numero', 'pezzi'] },
  { key: 'participationId', label: 'Partner', names: ['ente attuatore', 'a cura di'] },
  {
    key: 'staffIds',
    label: 'Operatori',
    names: ['operatore', 'mediatore', 'mediatrice', 'docente', 'persone', 'chi'],
    help: 'Nome e cognome; più persone separate da punto e virgola.',
  },
  {
    key: 'organisationIds',
    label: 'Enti',
    names: ['ente', 'scuola', 'ente richiedente', 'richiedente'],
    help: 'Come stanno nella rubrica; più enti separati da punto e virgola.',
  },
  { key: 'place', label: 'Luogo', names: ['sede', 'dove'] },
  { key: 'territoryId', label: 'Territorio', names: ['comune', 'provincia', 'ambito'] },
  {
    key: 'targetGroup',
    label: 'Gruppo',
    names: ['comunità', 'gruppo target', 'rivolta a'],
    help: 'A chi è rivolta, senza nomi di persone: comunità albanese, famiglie del quartiere.',
  },
  { key: 'language', label: 'Lingua', names: ['lingue'] },
  { key: 'courseId', label: 'Corso', names: ['laboratorio'] },
  { key: 'participants', label: 'Presenti', names: ['partecipanti', 'n partecipanti'] },
  { key: 'women', label: 'Donne', names: ['di cui donne', 'f'] },
  { key: 'men', label: 'Uomini', names: ['di cui uomini', 'm'] },
  { key: 'note', label: 'Nota', names: ['note', 'descrizione', 'oggetto'] },
];
