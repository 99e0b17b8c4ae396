import type { Answer } from '../../support/client.js';
import { letters, type Letter, type Row } from '../matrix/notation.js';
import { asked, type Asked } from '../matrix/requests.js';
import { aPlace, leave, type World } from '../matrix/world.js';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Sends requests as somebody who may make them, each time on a row that is as it should be. */
export class Sender {
  constructor(
    private readonly world: World,
    private readonly rows: readonly Row[],
  ) {}

  /** The request as it would be right. */
  async right(operation: string): Promise<{ letter: Letter; asked: Asked }> {
    const letter = this.whoMay(operation);
    const relation = 'own' as const;
    return {
      letter,
      asked: await asked(this.world, { operation, letter, relation, home: this.world.home }),
    };
  }

  async send(operation: string, letter: Letter, { path, body, headers }: Asked): Promise<Answer> {
    const client = this.world.app.as(letter === 'N' ? null : this.world.users[letter]);
    const answer = await client.send(operation.split(' ')[0] as Method, path, body, headers);
    const wrote = answer.status < 300 && !operation.startsWith('GET');
    if (wrote) await this.renew();
    return answer;
  }

  /** What was written once is not as it should be any more. */
  private async renew(): Promise<void> {
    await leave(this.world, this.world.home);
    this.world.home = await aPlace(this.world, {});
  }

  private whoMay(operation: string): Letter {
    const own = this.rows.find((row) => row.operation === operation)?.expected.get('own');
    const letter = letters.find((each) => (own?.get(each) ?? 500) < 300);
    if (!letter) throw new Error(`nobody may ${operation}`);
    return letter;
  }
}
