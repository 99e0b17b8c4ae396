import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const participationRoles = [
  'lead',
  'partner',
  'adherent',
  'foreign_adherent',
  'contractor',
  'evaluator',
  'auditor',
  'legal_expert',
  'authority',
  'programming_body',
  'technical_assistance',
  'service',
] as const;
export type ParticipationRole = (typeof participationRoles)[number];

export const vatRegimes = ['recoverable', 'partly_recoverable', 'cost'] as const;
export type VatRegime = (typeof vatRegimes)[number];

/** What an organisation is in a project; adherents also say in which category and through which network they adhere. */
@Entity('participation')
export class Participation {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') organisationId: string;
  @Column('text') role: ParticipationRole;
  @Column('text', { nullable: true }) category: string | null;
  @Column('uuid', { nullable: true }) viaNetworkId: string | null;
  @Column('text', { nullable: true }) cup: string | null;
  @Column('text', { nullable: true }) vatRegime: VatRegime | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('boolean', { default: false }) demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}
