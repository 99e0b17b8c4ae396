/** One wrong field of a refused write: `path` is the member of the body, dotted. */
export interface FieldError {
  path: string;
  message: string;
}

interface ProblemBody {
  status?: number;
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  requestId?: string;
}

/** What the server refused (RFC 9457), in words the user can act on. `status` 0: no answer came. */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly requestId: string | undefined;

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? 'Qualcosa non ha funzionato. Riprova.');
    this.name = 'ProblemError';
    this.status = body.status ?? 0;
    this.code = body.code ?? 'unknown';
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
  }

  /** True when the server has decided: repeating the same request gives the same refusal. */
  get isFinal(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429;
  }
}

export const isProblem = (error: unknown): error is ProblemError => error instanceof ProblemError;

/** What the server refused, or that it did not answer; null when it took what was sent. */
export const problemIn = (answer: Promise<unknown>): Promise<ProblemError | null> =>
  answer.then(
    () => null,
    (error: unknown) => {
      if (isProblem(error)) return error;
      throw error;
    },
  );

/** The sentence to show for any thrown value. */
export const sentenceOf = (error: unknown): string =>
  isProblem(error) ? error.message : 'Qualcosa non ha funzionato. Ricarica la pagina e riprova.';

const WORDS: Record<number, string> = {
  401: 'La sessione è scaduta: accedi di nuovo.',
  403: 'Il tuo ruolo non permette questa operazione.',
  404: 'Non trovato: forse è stato spostato, o non è tra i tuoi progetti.',
  412: 'Qualcun altro ha modificato questi dati: ricarica e ripeti la modifica.',
  413: 'Il file è troppo grande.',
  429: 'Troppe richieste in poco tempo: aspetta un momento e riprova.',
};

/** Builds the error from an answer that is not 2xx, whatever its body. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await response
    .clone()
    .json()
    .catch(() => ({}));
  const known = body !== null && typeof body === 'object' ? (body as ProblemBody) : {};
  const fallback =
    WORDS[response.status] ?? 'Il server non ha risposto come previsto. Riprova tra poco.';
  return new ProblemError({ ...known, status: response.status, detail: known.detail ?? fallback });
}

export const unreachable = (): ProblemError =>
  new ProblemError({
    status: 0,
    code: 'network',
    detail: 'Il server non risponde. Controlla la connessione e riprova: nulla andrà perso.',
  });
