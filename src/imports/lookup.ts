import { tidy } from './cells.js';

export interface Nameable {
  id: string;
  names: (string | null)[];
}

/** Finds things by any of their names, however they are written; a name of two things is told, never guessed. */
export class Lookup {
  private readonly ids = new Map<string, Set<string>>();

  constructor(
    readonly items: readonly Nameable[],
    /** What to do about a name that is not there. */
    private readonly unknown: string,
  ) {
    for (const { id, names } of items)
      for (const name of names) if (name) this.remember(tidy(name), id);
  }

  find(text: string): { id?: string; error?: string } {
    const [id, other] = this.idsOf(text);
    if (!id) return { error: `«${text}» non c’è: ${this.unknown}` };
    return other === undefined
      ? { id }
      : { error: `«${text}» può essere più di uno: scrivi il nome per intero o il codice.` };
  }

  protected idsOf(text: string): string[] {
    return [...(this.ids.get(tidy(text)) ?? [])];
  }

  private remember(name: string, id: string): void {
    const known = this.ids.get(name);
    if (known) known.add(id);
    else this.ids.set(name, new Set([id]));
  }
}
