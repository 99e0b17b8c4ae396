import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Call, CallRule, CostCategory } from './call.entity.js';
import { Fund, Programme, ProgrammeNode } from './programme.entity.js';
import type {
  CallView,
  FundList,
  FundView,
  ProgrammeNodeView,
  ProgrammeView,
} from './programmes.dto.js';

interface Tables {
  programmes: Programme[];
  nodes: ProgrammeNode[];
  calls: Call[];
  categories: CostCategory[];
  rules: CallRule[];
}

/** Funds, their programmes with the tree of codes, and the calls with what they ask. */
@Injectable()
export class ProgrammesService {
  constructor(private readonly source: DataSource) {}

  async list(): Promise<FundList> {
    return { items: await fundsOf(this.source.manager), next: null };
  }
}

/** Every fund with all that is under it: tens of rows, read at once. */
export async function fundsOf(db: EntityManager): Promise<FundView[]> {
  // One after the other: inside a write they share one connection.
  const funds = await db.find(Fund, { order: { code: 'ASC' } });
  const programmes = await db.find(Programme, { order: { code: 'ASC' } });
  const nodes = await db.find(ProgrammeNode, { order: { id: 'ASC' } });
  const calls = await db.find(Call, { order: { title: 'ASC' } });
  const categories = await db.find(CostCategory, { order: { position: 'ASC', code: 'ASC' } });
  const rules = await db.find(CallRule, { order: { id: 'ASC' } });
  const tables = { programmes, nodes, calls, categories, rules };
  return funds.map((fund) => toFundView(fund, tables));
}

const toFundView = ({ id, code, name, note, version }: Fund, tables: Tables): FundView => ({
  id,
  code,
  name,
  note,
  version,
  programmes: tables.programmes
    .filter((programme) => programme.fundId === id)
    .map((programme) => toProgrammeView(programme, tables)),
});

const toProgrammeView = (
  { id, code, name, years, version }: Programme,
  { nodes, calls, categories, rules }: Tables,
): ProgrammeView => ({
  id,
  code,
  name,
  years,
  version,
  nodes: treeOf(
    nodes.filter((node) => node.programmeId === id),
    null,
  ),
  calls: calls
    .filter((call) => call.programmeId === id)
    .map((call) => toCallView(call, categories, rules)),
});

/** Each node right before its own. */
const treeOf = (nodes: ProgrammeNode[], parent: string | null): ProgrammeNodeView[] =>
  nodes
    .filter((node) => node.parentId === parent)
    .flatMap(({ id, parentId, code, label, kind, version }) => [
      { id, parentId, code, label, kind, version },
      ...treeOf(nodes, id),
    ]);

const toCallView = (
  { id, code, title, year, note, version }: Call,
  categories: CostCategory[],
  rules: CallRule[],
): CallView => ({
  id,
  code,
  title,
  year,
  note,
  version,
  costCategories: categories
    .filter((category) => category.callId === id)
    .map((category) => ({
      id: category.id,
      parentId: category.parentId,
      code: category.code,
      label: category.label,
      capRate: category.capRate,
      capBase: category.capBase,
      mandatoryIf: category.mandatoryIf,
    })),
  rules: rules
    .filter((rule) => rule.callId === id)
    .map((rule) => ({
      code: rule.code,
      label: rule.label,
      value: rule.value,
      source: rule.source,
      validFrom: rule.validFrom,
      validTo: rule.validTo,
    })),
});
