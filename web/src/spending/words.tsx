import { BLOCK_WORDS, DOCUMENT_WORDS } from '../../../src/spending/spending-words.js';
import { LockChip, StateChip } from '../frame/StateChip.js';
import type { Block, DocumentKind, Expense } from './spending-queries.js';

export const KINDS: Record<DocumentKind, string> = DOCUMENT_WORDS;

/** Why an expense cannot be claimed: a short word for the chip, and what to do about it. */
export const BLOCKS: Record<Block, { word: string; help: string }> = {
  'window.outside': {
    word: BLOCK_WORDS['window.outside'],
    help: 'Il giorno del costo è fuori dalle date del progetto: controlla il giorno o attendi una proroga.',
  },
  'cup.missing': {
    word: BLOCK_WORDS['cup.missing'],
    help: 'Il giustificativo non riporta il CUP: aggiungilo, o allega al giustificativo la dichiarazione (DSAN) che lo collega al CUP.',
  },
  'cup.other': {
    word: BLOCK_WORDS['cup.other'],
    help: 'Il CUP del giustificativo non è quello del progetto: controllalo.',
  },
  'line.over_residual': {
    word: BLOCK_WORDS['line.over_residual'],
    help: 'La riga di budget era già esaurita: sposta la spesa o chiedi una variazione.',
  },
  'payment.missing': {
    word: BLOCK_WORDS['payment.missing'],
    help: 'Manca il giorno del pagamento: scrivilo quando c’è la quietanza.',
  },
  'partner.no_budget': {
    word: BLOCK_WORDS['partner.no_budget'],
    help: 'Il partner non ha importi nel budget in vigore.',
  },
};

export const BlockChips = ({ blocks }: { blocks: Block[] }) => (
  <span className="cf-chips">
    {blocks.map((block) => (
      <StateChip
        key={block}
        word={BLOCKS[block].word}
        icon="warning-circle"
        tone="warn"
        title={BLOCKS[block].help}
      />
    ))}
  </span>
);

/** Whether an expense counts, and whether it can be claimed. */
export function ExpenseState({ expense }: { expense: Expense }) {
  if (expense.state === 'cancelled') {
    return (
      <StateChip
        word="annullata"
        icon="ban"
        tone="muted"
        title={expense.cancelReason ?? undefined}
      />
    );
  }
  if (expense.locked || expense.blocks.length > 0) {
    return (
      <span className="cf-chips">
        {expense.locked && <LockChip report="in una relazione inviata" />}
        <BlockChips blocks={expense.blocks} />
      </span>
    );
  }
  return <StateChip word="rendicontabile" icon="check-circle" tone="good" />;
}

export const documentName = ({
  documentKind,
  documentNumber,
}: Pick<Expense, 'documentKind' | 'documentNumber'>): string =>
  `${KINDS[documentKind]} ${documentNumber}`;
