/** Where the loader put what the facts call by a key, for whatever is loaded on top of them. */
export class DemoIds {
  private readonly ids = new Map<string, string>();

  keep(kind: DemoKind, key: string, id: string): void {
    this.ids.set(`${kind} ${key}`, id);
  }

  /** Keys: a project's slug; `slug/A1` for a work item; `slug/key of the organisation` for a participation; a name for a person. */
  of(kind: DemoKind, key: string): string {
    const id = this.ids.get(`${kind} ${key}`);
    if (id === undefined) throw new Error(`The demonstration has no ${kind} called ${key}`);
    return id;
  }

  /** Every key of a kind that begins like this, in the order in which they were kept. */
  keys(kind: DemoKind, prefix = ''): string[] {
    const start = `${kind} ${prefix}`;
    return [...this.ids.keys()]
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(kind.length + 1));
  }
}

export type DemoKind =
  | 'fund'
  | 'node'
  | 'call'
  | 'costCategory'
  | 'organisation'
  | 'person'
  | 'project'
  | 'workItem'
  | 'objective'
  | 'participation'
  | 'user';
