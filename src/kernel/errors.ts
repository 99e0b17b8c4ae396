export interface FieldError {
  path: string;
  message: string;
}

/**
 * What went wrong, as the caller is told: HTTP status, stable code, an Italian sentence that says what to do,
 * and the fields concerned.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors?: FieldError[],
  ) {
    super(detail);
    this.name = new.target.name;
  }
}

/** 400: the request has the wrong shape. */
export class BadShape extends Problem {
  constructor(code: string, detail: string, errors?: FieldError[]) {
    super(400, code, detail, errors);
  }
}

/** 403: known caller, known thing, not allowed. */
export class Forbidden extends Problem {
  constructor(code: string, detail: string, errors?: FieldError[]) {
    super(403, code, detail, errors);
  }
}

/** 404: also for what exists but is not the caller's, with the same words. */
export class NotFound extends Problem {
  constructor(what = 'quello che cerchi') {
    super(404, 'not_found', `Non trovato: ${what}. Controlla l'indirizzo o chiedi l'accesso.`);
  }
}

/** 409: the state of things, or a request already made, does not allow it. */
export class Conflict extends Problem {
  constructor(code: string, detail: string, errors?: FieldError[]) {
    super(409, code, detail, errors);
  }
}

/** 412: somebody else changed the row since it was read. */
export class Stale extends Problem {
  constructor(
    code = 'version.stale',
    detail = 'Nel frattempo qualcuno ha modificato questi dati: ricaricali e ripeti la modifica.',
    errors?: FieldError[],
  ) {
    super(412, code, detail, errors);
  }
}

/** 422: well formed, but a rule of the domain says no. */
export class RuleBroken extends Problem {
  constructor(code: string, detail: string, errors?: FieldError[]) {
    super(422, code, detail, errors);
  }
}

/** 428: the write needs `If-Match` with the version that was read. */
export class PreconditionRequired extends Problem {
  constructor(
    code = 'version.required',
    detail = 'Manca la versione dei dati da modificare (If-Match): ricarica la pagina e riprova.',
    errors?: FieldError[],
  ) {
    super(428, code, detail, errors);
  }
}

/** 503: everything that could serve the request is taken; `retryAfter` says in how many seconds to come back. */
export class Unavailable extends Problem {
  constructor(
    code: string,
    detail: string,
    readonly retryAfter: number,
  ) {
    super(503, code, detail);
  }
}
