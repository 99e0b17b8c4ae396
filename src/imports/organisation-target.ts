import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { OrganisationKind } from '../organisations/organisation.entity.js';
import { AddOrganisation } from '../organisations/organisations.dto.js';
import { Cells, tidy } from './cells.js';
import type { Lookup } from './lookup.js';
import * as names from './names.queries.js';
import * as rows from './organisation-target.queries.js';
import { judged, shaped } from './passing.js';
import type { AskedPlace, ImportColumn, ImportTarget, RowChecker, Verdict } from './target.js';

const KINDS: Record<string, OrganisationKind> = {
  ministero: 'ministry',
  regione: 'region',
  'ente locale': 'local_authority',
  comune: 'local_authority',
  'ente pubblico': 'public_unit',
  prefettura: 'prefecture',
  'azienda sanitaria': 'health_authority',
  ASL: 'health_authority',
  scuola: 'school',
  plesso: 'school_site',
  CPIA: 'adult_education',
  università: 'university',
  'ente di ricerca': 'research_body',
  'agenzia formativa': 'training_agency',
  'servizio sociale': 'social_service',
  cooperativa: 'cooperative',
  ONG: 'ngo',
  associazione: 'association',
  rete: 'network',
  consorzio: 'consortium',
  fondazione: 'foundation',
  azienda: 'company',
  impresa: 'company',
  altro: 'other',
};

const columns: readonly ImportColumn[] = [
  {
    key: 'name',
    label: 'Nome',
    names: ['denominazione', 'ente', 'ragione sociale'],
    required: true,
  },
  {
    key: 'kind',
    label: 'Tipo',
    names: ['tipologia', 'natura', 'categoria'],
    required: true,
    words: KINDS,
  },
  { key: 'shortName', label: 'Nome breve', names: ['sigla', 'acronimo'] },
  { key: 'parentId', label: 'Dipende da', names: ['ente superiore', 'istituto'] },
  { key: 'place', label: 'Luogo', names: ['comune', 'città', 'sede'] },
  { key: 'region', label: 'Regione' },
  { key: 'country', label: 'Paese', help: 'Il codice di due lettere: IT.' },
  { key: 'website', label: 'Sito', names: ['sito web', 'indirizzo web', 'url'] },
  { key: 'note', label: 'Nota', names: ['note', 'descrizione'] },
];

/** Bodies of the address book: one that is there by its name is left as it is. */
@Injectable()
export class OrganisationTarget implements ImportTarget {
  readonly key = 'organisations';
  readonly permissions = ['organisation.edit'] as const;
  readonly institute = true;
  readonly columns = columns;
  readonly markConflicts = rows.markNamed;
  readonly insert = rows.insertOrganisations;
  readonly tables = ['organisation'];
  readonly changedSince = rows.organisationsChangedSince;
  readonly takeBack = rows.deleteOrganisations;

  readonly names = async (db: EntityManager) => ({ parentId: await names.organisations(db) });

  async checker(db: EntityManager, { today }: AskedPlace): Promise<RowChecker> {
    const { parentId: known } = await this.names(db);
    const seen = new Map<string, number>();
    return { check: (cells, line) => judge(new Cells(cells, today), { known, seen, line }) };
  }
}

interface Book {
  known: Lookup;
  /** The names of the file so far, each with its line. */
  seen: Map<string, number>;
  line: number;
}

async function judge(cells: Cells, { known, seen, line }: Book): Promise<Verdict> {
  const input = inputOf(cells, known);
  cells.need('name', 'kind');
  const name = tidy(input.name ?? '');
  const twin = seen.get(name);
  if (twin) cells.wrong('name', `È già alla riga ${twin}: tieni una sola delle due.`);
  if (cells.errors.length > 0) return { errors: cells.errors };
  seen.set(name, line);
  return judged(async () => ({
    row: { ...(await shaped(AddOrganisation, input)) },
    already: known.find(name).error === undefined,
  }));
}

const inputOf = (cells: Cells, known: Lookup) => ({
  name: cells.text('name'),
  kind: cells.word('kind', KINDS),
  shortName: cells.text('shortName'),
  parentId: cells.named('parentId', known),
  place: cells.text('place'),
  region: cells.text('region'),
  country: cells.text('country')?.toUpperCase() ?? null,
  website: cells.text('website'),
  note: cells.text('note'),
});
