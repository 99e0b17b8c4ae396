import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { hashOf, newToken } from '../access/sessions.js';
import type { Config } from '../config.js';
import { Clock } from '../kernel/dates.js';
import { NotFound, Problem } from '../kernel/errors.js';
import { InjectConfig } from '../platform/config.token.js';
import { requestContext } from '../platform/context.js';
import { Mail } from '../platform/mail/mail.js';
import { Writes } from '../platform/write.js';
import { assertInUse, unknownLink } from './confirmations.service.js';
import { arrivedLetters, receivedLetter } from './letters.js';
import type {
  AskByLink,
  AskedByLink,
  CreatedRequestLink,
  NewRequestLink,
  RequestForm,
  RequestLinkList,
  RequestLinkView,
} from './link.dto.js';
import { RequestLink } from './link.entity.js';
import { MediationRequest } from './mediation-request.entity.js';
import { requestAsTold } from './request.queries.js';
import { addRequest, wanted } from './requests.service.js';

/** More than a school asks in an hour, and less than a program would. */
const MOST_IN_AN_HOUR = 20;
const HOUR_S = 3600;

const LINKS = `
  SELECT l.id, l.organisation_id AS "organisationId", o.name AS "organisationName", l.territory_id AS "territoryId", t.name AS "territoryName", l.created_at AS "createdAt",
    l.revoked_at AS "revokedAt", (SELECT count(*)::int FROM mediation_request r WHERE r.link_id = l.id) AS requests, l.demonstration
  FROM request_link l JOIN organisation o ON o.id = l.organisation_id LEFT JOIN territory t ON t.id = l.territory_id`;

const COORDINATORS = `
  SELECT ARRAY(SELECT u.email::text FROM member m JOIN app_user u ON u.id = m.user_id
    WHERE m.project_id = $1 AND m.role = 'coordinator' AND u.disabled_at IS NULL ORDER BY 1) AS addresses`;

type Row = Omit<RequestLinkView, 'createdAt' | 'revokedAt'> & {
  createdAt: Date;
  revokedAt: Date | null;
};

/** Links by which bodies ask for mediators without an account. */
@Injectable()
export class LinksService {
  constructor(
    private readonly source: DataSource,
    private readonly writes: Writes,
    private readonly clock: Clock,
    private readonly mail: Mail,
    @InjectConfig() private readonly config: Config,
  ) {}

  async list(projectId: string): Promise<RequestLinkList> {
    const rows: Row[] = await this.source.query(
      `${LINKS} WHERE l.project_id = $1 ORDER BY l.revoked_at IS NOT NULL, o.name, l.id`,
      [projectId],
    );
    return { items: rows.map(toView) };
  }

  /** The secret is never kept. */
  async add(projectId: string, link: NewRequestLink): Promise<CreatedRequestLink> {
    const secret: { address: string | null } = { address: null };
    const view = await this.writes.run(async (db) => {
      const token = newToken();
      secret.address = `${this.config.publicUrl}/richiesta#${token}`;
      const { id } = await db.save(
        db.create(RequestLink, { projectId, ...link, tokenHash: hashOf(token) }),
      );
      return viewOf(db, id);
    });
    return { ...view, ...secret };
  }

  revoke(projectId: string, id: string): Promise<RequestLinkView> {
    return this.writes.run(async (db) => {
      const link = await db.findOneBy(RequestLink, { id, projectId });
      if (!link) throw new NotFound();
      link.revokedAt ??= this.clock.now();
      await db.save(link);
      return viewOf(db, id);
    });
  }

  async open(token: string): Promise<RequestForm> {
    const link = await find(this.source.manager, token);
    const [form] = (await this.source.query(
      `SELECT j.title AS "projectTitle", o.name AS "organisationName" FROM project j, organisation o WHERE j.id = $1 AND o.id = $2`,
      [link.projectId, link.organisationId],
    )) as [Omit<RequestForm, 'today'>];
    return { ...form, today: this.clock.today() };
  }

  /** Sent again under the same key, it is the same request. Throws 429 when too many came in within the hour. */
  ask({ token, ...given }: AskByLink): Promise<AskedByLink> {
    const sentKey = requestContext.get()?.idempotencyKey ?? null;
    return this.writes.run(async (db) => {
      const link = await find(db, token, true);
      const { id: linkId, projectId, organisationId } = link;
      await assertInUse(db, projectId);
      const earlier = sentKey && (await db.findOneBy(MediationRequest, { linkId, sentKey }));
      if (earlier) return answerOf(earlier);
      await assertNotTooMany(db, linkId);
      const request = await addRequest(db, this.clock, {
        ...wanted(given),
        territoryId: given.territoryId ?? link.territoryId,
        askedByEmail: given.askedByEmail,
        projectId,
        organisationId,
        origin: 'link',
        linkId,
        sentKey,
      });
      await this.tell(db, request.id, given.askedByEmail);
      return answerOf(request);
    });
  }

  /** The body reads that it was heard, the coordinators that somebody waits. */
  private async tell(db: EntityManager, id: string, askedByEmail: string): Promise<void> {
    const request = await requestAsTold(db, id);
    const [{ addresses }] = (await db.query(COORDINATORS, [request.projectId])) as [
      { addresses: string[] },
    ];
    const letters = arrivedLetters(request, addresses, this.config.publicUrl);
    for (const letter of [receivedLetter(request, askedByEmail), ...letters])
      await this.mail.put(db, letter);
  }
}

/** Unknown and revoked are the same to whoever tries. */
async function find(db: EntityManager, token: string, lock = false): Promise<RequestLink> {
  const link = await db.findOne(RequestLink, {
    where: { tokenHash: hashOf(token), revokedAt: IsNull() },
    ...(lock ? { lock: { mode: 'pessimistic_write' } } : {}),
  });
  if (!link) throw unknownLink();
  return link;
}

async function assertNotTooMany(db: EntityManager, linkId: string): Promise<void> {
  const [{ recent }] = (await db.query(
    `SELECT count(*)::int AS recent FROM mediation_request WHERE link_id = $1 AND created_at > now() - make_interval(secs => $2)`,
    [linkId, HOUR_S],
  )) as [{ recent: number }];
  if (recent < MOST_IN_AN_HOUR) return;
  const tooMany = new Problem(
    429,
    'link.too_many',
    'Con questo collegamento sono già arrivate molte richieste: riprova tra un’ora, o telefona.',
  );
  throw Object.assign(tooMany, { retryAfter: HOUR_S });
}

const answerOf = ({ number, wantedDay }: MediationRequest): AskedByLink => ({ number, wantedDay });

async function viewOf(db: EntityManager, id: string): Promise<RequestLinkView> {
  const [row] = (await db.query(`${LINKS} WHERE l.id = $1`, [id])) as [Row];
  return toView(row);
}

const toView = (row: Row): RequestLinkView => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
});
