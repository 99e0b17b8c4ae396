import { IntegerField, ListField, TextField } from '../kernel/fields.js';

export class ProblemField {
  @TextField({ max: 1000 }) path: string;
  @TextField({ max: 1000 }) message: string;
}

/** RFC 9457 problem details. */
export class ProblemView {
  @TextField() type: string;
  @TextField() title: string;
  @IntegerField() status: number;
  /** Stable: programs may rely on it. */
  @TextField() code: string;
  /** What happened and what to do next. */
  @TextField({ max: 1000 }) detail: string;
  @ListField(() => ProblemField, { optional: true }) errors?: ProblemField[];
  @TextField() requestId: string;
}
