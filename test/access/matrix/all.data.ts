import { access } from './access.data.js';
import { contracts } from './contracts.data.js';
import { logging } from './logging.data.js';
import { imports } from './imports.data.js';
import { mediation } from './mediation.data.js';
import { money } from './money.data.js';
import { people } from './people.data.js';
import { table } from './notation.js';
import { planning } from './planning.data.js';
import { publishing } from './publishing.data.js';
import { registry } from './registry.data.js';
import { reports } from './reports.data.js';
import { work } from './work.data.js';

/** The whole matrix. */
export const rows = [
  access,
  registry,
  work,
  logging,
  money,
  reports,
  contracts,
  mediation,
  people,
  planning,
  publishing,
  imports,
].flatMap(table);
