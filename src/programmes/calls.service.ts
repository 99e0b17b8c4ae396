import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conflict, NotFound, RuleBroken } from '../kernel/errors.js';
import { refusalOf } from '../platform/constraints.js';
import { bumpVersion, given } from '../platform/versions.js';
import { Writes } from '../platform/write.js';
import { Call, CostCategory } from './call.entity.js';
import type { AddCall, CallCategory, CallRuleInput, ChangeCall } from './programme-changes.dto.js';
import { Programme } from './programme.entity.js';
import { found } from './programme-writes.service.js';
import type { CallView } from './programmes.dto.js';
import { fundsOf } from './programmes.service.js';

/** Calls with what they ask: cost categories and rules. */
@Injectable()
export class CallsService {
  constructor(private readonly writes: Writes) {}

  add(programmeId: string, body: AddCall): Promise<CallView> {
    return this.writes.run(async (db) => {
      if (!(await db.existsBy(Programme, { id: programmeId }))) throw new NotFound();
      return save(db, db.create(Call, { programmeId }), body);
    });
  }

  change(id: string, version: number, body: ChangeCall): Promise<CallView> {
    return this.writes.run(async (db) =>
      save(db, await bumpVersion(db, Call, { id }, version), body),
    );
  }
}

async function save(db: EntityManager, call: Call, body: ChangeCall): Promise<CallView> {
  const { id } = await db.save(Object.assign(call, given(body)));
  if (body.costCategories) await replaceCategories(db, id, body.costCategories);
  if (body.rules) await replaceRules(db, id, body.rules);
  const funds = await fundsOf(db);
  const programmes = funds.flatMap((fund) => fund.programmes);
  return found(
    programmes.flatMap(({ calls }) => calls),
    id,
  );
}

/** Rows keep their ids, since budgets stand on them: what has an id is changed, what has none is new, the rest goes. */
async function replaceCategories(
  db: EntityManager,
  callId: string,
  given: CallCategory[],
): Promise<void> {
  const old = await db.findBy(CostCategory, { callId });
  const kept = new Map(old.map((category) => [category.id, category]));
  assertReadable(given, kept);
  const rows = given.map((one, position) =>
    Object.assign(kept.get(one.id ?? '') ?? db.create(CostCategory, { callId }), {
      code: one.code,
      label: one.label,
      capRate: one.capRate ?? null,
      capBase: one.capBase ?? null,
      mandatoryIf: one.mandatoryIf ?? null,
      position,
    }),
  );
  await remove(
    db,
    old.filter(({ id }) => !given.some((one) => one.id === id)),
  );
  const saved = await db.save(rows);
  const byCode = new Map(saved.map(({ code, id }) => [code, id]));
  for (const [index, row] of saved.entries()) {
    row.parentId = byCode.get(given[index]?.parentCode ?? '') ?? null;
  }
  await db.save(saved);
}

async function remove(db: EntityManager, gone: CostCategory[]): Promise<void> {
  try {
    const ids = gone.map(({ id }) => id);
    await db.query('UPDATE cost_category SET parent_id = NULL WHERE parent_id = ANY($1)', [ids]);
    await db.query('DELETE FROM cost_category WHERE id = ANY($1)', [ids]);
  } catch (error) {
    if (refusalOf(error).code !== '23503') throw error;
    throw new Conflict(
      'call.category-used',
      'Una delle voci tolte è usata in un budget: rimettila, o sposta prima le righe di budget.',
    );
  }
}

function assertReadable(given: CallCategory[], kept: Map<string, CostCategory>): void {
  const codes = given.map(({ code }) => code);
  given.forEach(({ id, code, parentCode }, index) => {
    if (id && !kept.has(id)) throw wrong(index, 'id', 'Questa voce è di un altro avviso.');
    if (codes.indexOf(code) !== index)
      throw wrong(index, 'code', 'Un’altra voce ha già questo codice.');
    if (parentCode && !given.slice(0, index).some((above) => above.code === parentCode))
      throw wrong(
        index,
        'parentCode',
        'La voce superiore deve venire prima di questa nell’elenco.',
      );
  });
}

const wrong = (index: number, member: string, message: string) =>
  new RuleBroken('call.categories', `${message} Correggi l’elenco delle voci di costo.`, [
    { path: `costCategories.${index}.${member}`, message },
  ]);

/** A rule is known by its code and the day from which it holds. */
async function replaceRules(
  db: EntityManager,
  callId: string,
  rules: CallRuleInput[],
): Promise<void> {
  const given = `ROWS FROM (jsonb_to_recordset($2::jsonb) AS (code text, label text, value text, source text, "validFrom" date, "validTo" date))
    WITH ORDINALITY AS x(code, label, value, source, valid_from, valid_to, n)`;
  const values = [callId, JSON.stringify(rules)];
  await db.query(
    `DELETE FROM call_rule r WHERE call_id = $1 AND NOT EXISTS (SELECT FROM ${given}
       WHERE x.code = r.code AND x.valid_from IS NOT DISTINCT FROM r.valid_from)`,
    values,
  );
  await db.query(
    `INSERT INTO call_rule (call_id, code, label, value, source, valid_from, valid_to)
     SELECT $1, code, label, value, source, valid_from, valid_to FROM ${given} ORDER BY n
     ON CONFLICT (call_id, code, valid_from) DO UPDATE SET label = excluded.label, value = excluded.value,
       source = excluded.source, valid_to = excluded.valid_to
     WHERE (call_rule.label, call_rule.value, call_rule.source, call_rule.valid_to)
       IS DISTINCT FROM (excluded.label, excluded.value, excluded.source, excluded.valid_to)`,
    values,
  );
}
