import { Refused, type Work } from './commands/command.js';
import { ConfigError, readConfig } from './config.js';
import { StartRefused } from './platform/start-refused.js';

interface Command {
  /** Names of the words that must follow, as the help shows them. */
  words?: [string, string?];
  does: string;
  /** Loaded only when asked for: a health check runs often and needs little. */
  load: () => Promise<Work>;
}

/** What an operator may type after `npm run cli`. */
const commands: Record<string, Command> = {
  'demo:reset': {
    does: 'butta i dati e ricarica la dimostrazione, com’era al primo avvio',
    load: async () => (await import('./commands/demonstration.js')).resetDemonstration,
  },
  'demo:leave': {
    does: 'butta i dati della dimostrazione e lascia una base dati vuota',
    load: async () => (await import('./commands/demonstration.js')).leaveForEmpty,
  },
  'first-admin': {
    words: ['INDIRIZZO'],
    does: 'stampa un collegamento, valido una volta sola, per l’amministratore di sistema',
    load: async () => (await import('./commands/first-administrator.js')).firstAdministrator,
  },
  'audit:verify': {
    does: 'verifica il registro delle modifiche e nomina la prima voce alterata',
    load: async () => (await import('./commands/audit.js')).verifyAudit,
  },
  'audit:redact': {
    words: ['VOCE', 'MOTIVO'],
    does: 'cancella i valori di una voce del registro, che resta verificabile',
    load: async () => (await import('./commands/audit.js')).redactAudit,
  },
  'jobs:health': {
    does: 'esce con errore se nessuno prende in carico i lavori (controllo di salute)',
    load: async () => (await import('./commands/jobs.js')).checkJobs,
  },
  migrate: {
    does: 'porta la base dati alla versione di questo programma',
    load: async () => (await import('./commands/migrate.js')).migrateDatabase,
  },
};

function help(): string {
  const lines = Object.entries(commands).map(([name, { words = [], does }]) =>
    `  ${[name, ...words].join(' ')}`.padEnd(30).concat(does),
  );
  return ['Comandi:', ...lines].join('\n');
}

async function run([name = 'help', ...args]: string[]): Promise<string> {
  const command = commands[name];
  if (name === 'help') return help();
  if (!command) throw new Refused(`Il comando «${name}» non esiste.\n${help()}`);
  const { words = [] } = command;
  if (args.length !== words.length) {
    throw new Refused(`Si scrive così: npm run cli ${[name, ...words].join(' ')}`);
  }
  const work = await command.load();
  return work(readConfig(), args[0] ?? '', args[1]);
}

run(process.argv.slice(2)).then(
  (sentence) => {
    console.log(sentence);
    process.exit();
  },
  (error: unknown) => {
    const known = [ConfigError, StartRefused, Refused].some((kind) => error instanceof kind);
    console.error(known ? (error as Error).message : error);
    process.exit(1);
  },
);
