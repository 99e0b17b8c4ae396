import type { ImportColumn } from './target.js';

/** What a file may say of activities; the names are those of the program's own export, and of the sheets that offices keep. */
export const activityColumns: readonly ImportColumn[] = [
  { key: 'day', label: 'Giorno', names: ['data', 'data inizio', 'dal'], required: true, as: 'day' },
  {
    key: 'kind',
    label: 'Tipo di attività',
    names: ['tipo', 'tipologia', 'attività', 'servizio'],
    required: true,
    help: 'Come si legge nell’elenco dei tipi: Mediazione a chiamata.',
    listed: true,
  },
  {
    key: 'workItemId',
    label: 'Azione',
    names: ['codice azione', 'voce del piano', 'wp', 'work package', 'linea'],
    required: true,
    help: 'Il codice o il titolo nel piano di lavoro.',
    listed: true,
  },
  { key: 'endsOn', label: 'Ultimo giorno', names: ['data fine', 'al'], as: 'day' },
  {
    key: 'startTime',
    label: 'Inizio',
    names: ['ora inizio', 'dalle', 'ora di inizio'],
    as: 'time',
  },
  { key: 'endTime', label: 'Fine', names: ['ora fine', 'alle', 'ora di fine'], as: 'time' },
  {
    key: 'minutes',
    label: 'Durata',
    names: ['ore', 'durata ore', 'n ore', 'ore svolte'],
    as: 'minutes',
  },
  { key: 'quantity', label: 'Quantità', names: ['pagine', 'numero', 'pezzi'], as: 'quantity' },
  {
    key: 'participationId',
    label: 'Partner',
    names: ['ente attuatore', 'a cura di'],
    listed: true,
  },
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
  { key: 'language', label: 'Lingua', names: ['lingue'], listed: true },
  { key: 'courseId', label: 'Corso', names: ['laboratorio'], listed: true },
  {
    key: 'participants',
    label: 'Presenti',
    names: ['partecipanti', 'n partecipanti'],
    as: 'count',
  },
  { key: 'women', label: 'Donne', names: ['di cui donne', 'f'], as: 'count' },
  { key: 'men', label: 'Uomini', names: ['di cui uomini', 'm'], as: 'count' },
  { key: 'note', label: 'Nota', names: ['note', 'descrizione', 'oggetto'] },
];
