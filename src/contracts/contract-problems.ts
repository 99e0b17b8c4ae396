import { describeConstraint } from '../platform/constraints.js';

const rule = (constraint: string, code: string, detail: string): void =>
  describeConstraint(constraint, { status: 422, code, detail });

rule(
  'activity_within_package',
  'package.over',
  'Il pacchetto non basta: scegli un’altra riga di contratto, riduci la durata, oppure scrivi il motivo per cui si va oltre.',
);
rule(
  'activity_within_allotment',
  'package.over_allotment',
  'Le ore assegnate a questo ente o territorio non bastano: riduci la durata, aumenta l’assegnazione, oppure scrivi il motivo per cui si va oltre.',
);
rule(
  'contract_line_kind',
  'package.kind',
  'La riga di contratto paga un altro tipo di attività: scegline una di questo tipo.',
);
rule(
  'contract_line_language',
  'package.language',
  'La riga di contratto vale per un’altra lingua: indica quella lingua, o scegli un’altra riga.',
);
rule(
  'contract_line_validity',
  'package.validity',
  'Il giorno è fuori dalla validità della riga di contratto: scegline una che valga in quel giorno.',
);
rule(
  'contract_not_active',
  'package.closed',
  'Il contratto non è attivo: scegli la riga di un contratto attivo.',
);
rule(
  'contract_with',
  'contract.with',
  'Indica con chi è il contratto: un ente, una persona, o entrambi.',
);
rule('contract_forward', 'contract.dates', 'La fine viene prima dell’inizio: correggi le date.');
rule(
  'contract_line_forward',
  'contract.dates',
  'La fine viene prima dell’inizio: correggi le date.',
);
rule(
  'contract_line_within_contract',
  'contract.line_dates',
  'La validità di una riga esce da quella del contratto: correggi l’una o l’altra.',
);
rule(
  'contract_line_in_use',
  'contract.line_in_use',
  'Ci sono attività registrate su questa riga che così non ci starebbero più: aggiungi invece una riga nuova.',
);
rule(
  'contract_line_below_used',
  'contract.below_used',
  'Le attività registrate hanno già usato di più: compra almeno quanto è usato.',
);
rule(
  'contract_line_below_allotted',
  'contract.below_allotted',
  'Agli enti e ai territori è assegnato di più: riduci prima le assegnazioni.',
);
rule(
  'hour_allotment_within_line',
  'contract.beyond_bought',
  'Le assegnazioni superano quanto è stato comprato: riducile.',
);
rule(
  'hour_allotment_below_used',
  'contract.allotment_below_used',
  'Un ente o territorio ha già usato di più: assegnagli almeno quanto ha usato.',
);
rule(
  'hour_allotment_to_one',
  'contract.allotment',
  'Ogni assegnazione va a un ente oppure a un territorio: scegline uno.',
);
rule(
  'hour_allotment_once',
  'contract.allotment_twice',
  'Lo stesso ente o territorio compare due volte: somma le due assegnazioni.',
);
