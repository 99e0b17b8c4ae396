import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
    const db = this.source.manager;
    const [funds, programmes, nodes, calls, categories, rules] = await Promise.all([
      db.find(Fund, { order: { code: 'ASC' } }),
      db.find(Programme, { order: { code: 'ASC' } }),
      db.find(ProgrammeNode, { order: { id: 'ASC' } }),
      db.find(Call, { order: { title: 'ASC' } }),
      db.find(CostCategory, { order: { position: 'ASC', code: 'ASC' } }),
      db.find(CallRule, { order: { id: 'ASC' } }),
    ]);
    const tables = { programmes, nodes, calls, categories, rules };
    return { items: funds.map((fund) => toFundView(fund, tables)), next: null };
  }
}

const toFundView = ({ id, code, name, note }: Fund, tables: Tables): FundView => ({
  id,
  code,
  name,
  note,
  programmes: tables.programmes
    .filter((programme) => programme.fundId === id)
    .map((programme) => toProgrammeView(programme, tables)),
});

const toProgrammeView = (
  { id, code, name, years }: Programme,
  { nodes, calls, categories, rules }: Tables,
): ProgrammeView => ({
  id,
  code,
  name,
  years,
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
    .flatMap(({ id, parentId, code, label, kind }) => [
      { id, parentId, code, label, kind },
      ...treeOf(nodes, id),
    ]);

const toCallView = (
  { id, code, title, year, note }: Call,
  categories: CostCategory[],
  rules: CallRule[],
): CallView => ({
  id,
  code,
  title,
  year,
  note,
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
