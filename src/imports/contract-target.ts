import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NewContract, NewContractLine } from '../contracts/contract.dto.js';
import { Cells } from './cells.js';
import * as rows from './contract-target.queries.js';
import * as names from './names.queries.js';
import { judged, shaped } from './passing.js';
import type { AskedPlace, ImportColumn, ImportTarget, RowChecker, Verdict } from './target.js';

const columns: readonly ImportColumn[] = [
  {
    key: 'title',
    label: 'Contratto',
    names: ['titolo', 'oggetto', 'incarico'],
    required: true,
    help: 'Le righe con lo stesso titolo e lo stesso riferimento sono un contratto solo.',
  },
  { key: 'organisationId', label: 'Ente', names: ['cooperativa', 'con', 'fornitore'] },
  { key: 'personId', label: 'Persona', names: ['mediatore', 'mediatrice', 'professionista'] },
  { key: 'reference', label: 'Riferimento', names: ['cig', 'atto', 'protocollo'] },
  { key: 'signedOn', label: 'Firmato il', names: ['data firma', 'firma'], as: 'day' },
  {
    key: 'validFrom',
    label: 'Valido dal',
    names: ['dal', 'inizio', 'decorrenza'],
    required: true,
    as: 'day',
  },
  {
    key: 'validTo',
    label: 'Valido al',
    names: ['al', 'fine', 'scadenza'],
    required: true,
    as: 'day',
  },
  {
    key: 'kind',
    label: 'Tipo di attività',
    names: ['tipo', 'servizio'],
    required: true,
    listed: true,
  },
  { key: 'language', label: 'Lingua', listed: true },
  {
    key: 'bought',
    label: 'Comprate',
    names: ['ore comprate', 'ore', 'quantità', 'pacchetto', 'monte ore'],
    required: true,
    help: 'Ore (100 oppure 100:30); pagine o pezzi dove il tipo si conta così.',
  },
  {
    key: 'unitRate',
    label: 'Tariffa',
    names: ['prezzo', 'costo orario', 'tariffa oraria'],
    as: 'money',
  },
  {
    key: 'minimum',
    label: 'Minimo',
    names: ['minimo fatturabile'],
    help: 'Nella misura delle comprate.',
  },
  { key: 'step', label: 'Scatto', names: ['arrotondamento'], help: 'Nella misura delle comprate.' },
];

/** Contracts with their packages: a row of the file is a line of a contract. */
@Injectable()
export class ContractTarget implements ImportTarget {
  readonly key = 'contracts';
  readonly permissions = ['contract.edit'] as const;
  readonly columns = columns;
  readonly insert = rows.insertContracts;
  readonly tables = ['contract', 'contract_line'];
  readonly changedSince = rows.contractsChangedSince;
  readonly takeBack = rows.deleteContracts;

  readonly names = knownNames;

  async checker(db: EntityManager, place: AskedPlace): Promise<RowChecker> {
    const known = {
      names: await knownNames(db, place),
      units: await rows.unitsOf(db),
      contracts: await rows.contractsKnown(db, place.projectId),
    };
    const heads = new Map<string, string>();
    return { check: (cells) => judge(new Cells(cells, place.today), known, heads) };
  }
}

async function knownNames(db: EntityManager, place: AskedPlace) {
  return {
    kind: await names.kinds(db),
    organisationId: await names.organisations(db),
    personId: await names.persons(db, place),
    language: names.languages(),
  };
}
type KnownNames = Awaited<ReturnType<typeof knownNames>>;

interface Known {
  names: KnownNames;
  /** What each kind is counted in. */
  units: ReadonlyMap<string, string>;
  /** With whom and until when each contract is. */
  contracts: ReadonlyMap<string, string>;
}

async function judge(cells: Cells, known: Known, heads: Map<string, string>): Promise<Verdict> {
  const kind = cells.named('kind', known.names.kind);
  const amounts = readAmounts(cells, known.units.get(kind ?? '') ?? 'minutes');
  const head = headOf(cells, known.names);
  const language = cells.named('language', known.names.language);
  const line = { kind, language, unitRate: cells.money('unitRate'), ...amounts };
  cells.need('title', 'validFrom', 'validTo', 'kind', 'bought');
  if (cells.errors.length === 0) assertWhole(cells, head);
  if (cells.errors.length === 0) assertAgrees(cells, head, known.contracts, heads);
  if (cells.errors.length > 0) return { errors: cells.errors };
  return judged(async () => {
    await shaped(NewContract, head);
    await shaped(NewContractLine, line);
    return { row: { ...head, ...line } };
  });
}

type Head = ReturnType<typeof headOf>;

const headOf = (cells: Cells, known: KnownNames) => ({
  title: cells.text('title'),
  organisationId: cells.named('organisationId', known.organisationId),
  personId: cells.named('personId', known.personId),
  reference: cells.text('reference'),
  signedOn: cells.day('signedOn'),
  validFrom: cells.day('validFrom'),
  validTo: cells.day('validTo'),
});

/** Whole units: minutes where the kind is counted in hours. */
function readAmounts(cells: Cells, unit: string) {
  const read = unit === 'minutes' ? cells.minutes : cells.count;
  return {
    bought: read('bought'),
    minimum: read('minimum') ?? 0,
    step: read('step') ?? 1,
  };
}

function assertWhole(cells: Cells, { organisationId, personId, validFrom, validTo }: Head): void {
  if (organisationId === null && personId === null)
    cells.wrong(
      'organisationId',
      'Indica con chi è il contratto: un ente, una persona, o entrambi.',
    );
  if ((validTo ?? '') < (validFrom ?? ''))
    cells.wrong('validTo', 'La fine viene prima dell’inizio: correggi le date.');
}

/** With whom and until when is said once: the rows of one contract must agree, and with the one that is there. */
function assertAgrees(
  cells: Cells,
  head: Head,
  known: ReadonlyMap<string, string>,
  heads: Map<string, string>,
): void {
  const key = `${head.title}\u001f${head.reference ?? ''}`;
  const said = JSON.stringify([head.organisationId, head.personId, head.validFrom, head.validTo]);
  const before = known.get(key) ?? heads.get(key) ?? said;
  if (before === said) heads.set(key, said);
  else
    cells.wrong(
      'title',
      'Un contratto con questo titolo e riferimento ha altri contraenti o altre date: correggi, o cambia titolo.',
    );
}
