import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntityNotFoundError } from 'typeorm';
import { NotFound, Problem, Unavailable } from '../kernel/errors.js';
import { problemOf } from './constraints.js';
import { log } from './log.js';
import { foundNoConnection } from './prepared.js';

/** Every error leaves as RFC 9457 problem details with a stable code and an Italian sentence. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = toProblem(error);
  if (problem.status >= 500) log.error({ requestId: request.id, err: error }, 'request failed');
  if (reply.sent) return;
  if (problem.retryAfter !== undefined)
    void reply.header('retry-after', String(problem.retryAfter));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        type: `urn:capofila:problem:${problem.code}`,
        title: TITLES[problem.status] ?? 'Errore',
        status: problem.status,
        code: problem.code,
        detail: problem.detail,
        ...(problem.errors ? { errors: problem.errors } : {}),
        requestId: String(request.id),
      }),
    );
}

const TITLES: Record<number, string> = {
  400: 'Richiesta non valida',
  401: 'Accesso necessario',
  403: 'Operazione non permessa',
  404: 'Non trovato',
  409: 'Conflitto',
  412: 'Versione superata',
  413: 'Troppo grande',
  415: 'Formato non accettato',
  422: 'Regola non rispettata',
  428: 'Versione mancante',
  429: 'Troppe richieste',
  500: 'Errore interno',
  503: 'Servizio non disponibile',
  507: 'Spazio esaurito',
};

type WithRetry = Problem & { retryAfter?: number };

function toProblem(error: unknown): WithRetry {
  if (error instanceof Problem) return error;
  if (error instanceof EntityNotFoundError) return new NotFound();
  if (foundNoConnection(error)) return new Unavailable(...CROWDED);
  const refused = problemOf(error);
  if (refused) return refused;
  const status = statusOf(error);
  const known = KNOWN[status];
  return known ? new Problem(status, ...known) : new Problem(500, ...INTERNAL);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  return (error as { statusCode?: number } | null)?.statusCode ?? 500;
}

const INTERNAL: [string, string] = [
  'internal',
  'Qualcosa non ha funzionato da parte nostra. Riprova; se accade ancora, comunica il numero della richiesta.',
];
const CROWDED: [string, string, number] = [
  'database.crowded',
  'La base dati non risponde in tempo. Riprova tra qualche secondo; se stavi salvando, controlla prima nell’elenco.',
  5,
];
const KNOWN: Record<number, [string, string]> = {
  400: ['request.malformed', 'La richiesta non è leggibile: controlla il formato dei dati.'],
  401: ['access.sign-in', 'Accedi per continuare.'],
  403: ['access.denied', 'Non hai il permesso per questa operazione.'],
  404: ['not-found', 'Non trovato: controlla l’indirizzo o torna all’elenco.'],
  405: ['request.method', 'Questa operazione non esiste a questo indirizzo.'],
  413: ['request.too-large', 'L’invio è troppo grande: riducilo e riprova.'],
  415: ['request.media-type', 'Il formato dell’invio non è accettato.'],
  429: ['rate.limit', 'Troppe richieste in poco tempo: attendi un minuto e riprova.'],
};
