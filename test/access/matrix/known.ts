import { mayLearn, type Owned } from './knowledge.js';
import type { Letter } from './notation.js';

type Telling = Omit<Owned, 'foreign'> & { place: { foreign: boolean } };

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Whose every id of the world is, to find what an answer should not have told. */
export class Known {
  private readonly owners = new Map<string, Owned>();

  tell(id: string, { place, ...rest }: Telling): void {
    this.owners.set(id, { foreign: place.foreign, ...rest });
  }

  /** Ids in an answer that this actor must not see, besides those that its own request named. */
  leaked(letter: Letter, answer: string, request: string): string[] {
    const ids = new Set(answer.match(UUID) ?? []);
    return [...ids].filter((id) => {
      const owner = this.owners.get(id);
      return owner !== undefined && !mayLearn(letter, owner) && !request.includes(id);
    });
  }
}
