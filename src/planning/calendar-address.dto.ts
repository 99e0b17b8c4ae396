import { IdField, InstantField, ListField, TextField } from '../kernel/fields.js';

const free = { optional: true, nullable: true } as const;

/** Whose calendar the address gives: of exactly one project, person or body. */
export class NewCalendarAddress {
  @TextField({ max: 100 }) name: string;
  @IdField(free) projectId?: string | null;
  @IdField(free) personId?: string | null;
  @IdField(free) organisationId?: string | null;
}

export class CalendarAddressView {
  @IdField() id: string;
  @TextField() name: string;
  @IdField({ nullable: true }) projectId: string | null;
  @IdField({ nullable: true }) personId: string | null;
  @IdField({ nullable: true }) organisationId: string | null;
  /** The name of the project, person or body. */
  @TextField({ max: 400 }) of: string;
  @InstantField() createdAt: Date;
  /** When a calendar program last asked. */
  @InstantField({ nullable: true }) lastReadAt: Date | null;
}

export class CreatedCalendarAddress extends CalendarAddressView {
  /** The secret address, shown this once; null when the same request comes again. */
  @TextField({ nullable: true, max: 500 }) address: string | null;
}

export class CalendarAddressList {
  @ListField(() => CalendarAddressView) items: CalendarAddressView[];
  /** Always null: one's addresses stand on one page. */
  @TextField({ nullable: true }) next: string | null;
}
