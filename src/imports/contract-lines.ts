import { payingLines, type Payable, type ToPay } from '../contracts/line-fits.js';
import type { Cells } from './cells.js';
import { Lookup } from './lookup.js';

/** A line of a contract, and how a file may call its contract. */
export interface NamedLine extends Payable {
  id: string;
  names: (string | null)[];
}

/** The packages of a project: a file names the contract, the row's own kind, language and day choose the line. */
export class ContractLines extends Lookup {
  private readonly lines: ReadonlyMap<string, NamedLine>;

  constructor(items: readonly NamedLine[]) {
    super(items, 'scrivi il titolo o il riferimento di un contratto di questo progetto.');
    this.lines = new Map(items.map((line) => [line.id, line]));
  }

  /** The line that pays for the work; none of a contract that pays for something else. Throws the problem of the rule. */
  chosen(cells: Cells, key: string, work: ToPay): string | null {
    const text = cells.text(key);
    if (text === null) return null;
    const named = this.idsOf(text).flatMap((id) => this.lines.get(id) ?? []);
    if (named.length === 0) return cells.named(key, this);
    const paying = payingLines(named, work);
    const ofLanguage = paying.filter(({ language }) => language !== null);
    const [line, other] = ofLanguage.length > 0 ? ofLanguage : paying;
    if (other)
      cells.wrong(
        key,
        `Più pacchetti di «${text}» pagano questa attività: scrivi il riferimento del contratto, o registrala a mano.`,
      );
    return line?.id ?? null;
  }
}
