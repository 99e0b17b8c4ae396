import { Icon } from './Icon.js';

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad' | 'muted';

interface StateChipProps {
  word: string;
  icon: string;
  tone: Tone;
  /** Says more on hover: the reason, the report that holds the row. */
  title?: string;
}

/** A state is an icon, a word and a colour, never a colour alone. */
export function StateChip({ word, icon, tone, title }: StateChipProps) {
  return (
    <span className={`cf-chip is-${tone}`} title={title}>
      <Icon name={icon} />
      {word}
    </span>
  );
}

/** Marks what was invented to show the program: never to be taken for a fact of the real project. */
export const DemoChip = () => (
  <StateChip
    word="dimostrativo"
    icon="info-circle"
    tone="muted"
    title="Dato inventato per la dimostrazione"
  />
);

/** The same mark, small, for rows of a list. */
export const DemoMark = () => (
  <span className="cf-demo-mark" title="Dato inventato per la dimostrazione">
    demo
  </span>
);

/** A padlock that names the report holding the row. */
export const LockChip = ({ report }: { report: string }) => (
  <StateChip word={report} icon="locked" tone="neutral" title={`Bloccata da ${report}`} />
);
