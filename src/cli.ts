import { verifyAudit } from './commands/audit.js';
import { type Command, Refused } from './commands/command.js';
import { leaveForEmpty, resetDemonstration } from './commands/demonstration.js';
import { firstAdministrator } from './commands/first-administrator.js';
import { checkJobs } from './commands/jobs.js';
import { migrateDatabase } from './commands/migrate.js';
import { ConfigError, readConfig } from './config.js';
import { StartRefused } from './platform/start-refused.js';

/** What an operator may type after `npm run cli`. */
const commands: Record<string, Command> = {
  'demo:reset': resetDemonstration,
  'demo:leave': leaveForEmpty,
  'first-admin': firstAdministrator,
  'audit:verify': verifyAudit,
  'jobs:health': checkJobs,
  migrate: migrateDatabase,
};

function help(): string {
  const lines = Object.entries(commands).map(([name, { argument = '', does }]) =>
    `  ${`${name} ${argument}`.trim()}`.padEnd(24).concat(does),
  );
  return ['Comandi:', ...lines].join('\n');
}

async function run([name = 'help', ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (name === 'help') return console.log(help());
  if (!command) throw new Refused(`Il comando «${name}» non esiste.\n${help()}`);
  if (args.length !== (command.argument ? 1 : 0)) {
    throw new Refused(`Si scrive così: npm run cli ${name} ${command.argument ?? ''}`.trim());
  }
  console.log(await command.run(readConfig(), args[0] ?? ''));
}

run(process.argv.slice(2)).then(
  () => process.exit(),
  (error: unknown) => {
    const known = [ConfigError, StartRefused, Refused].some((kind) => error instanceof kind);
    console.error(known ? (error as Error).message : error);
    process.exit(1);
  },
);
