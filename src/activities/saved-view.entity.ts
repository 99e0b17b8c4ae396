import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const viewPages = ['activities', 'pivot'] as const;
export type ViewPage = (typeof viewPages)[number];

/** Filters, columns and order of a page under a name: the page's own address says all of it. */
@Entity('saved_view')
export class SavedView {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** The project whose members see it when it is shared. */
  @Column('uuid', { nullable: true }) projectId: string | null;
  @Column('text') page: ViewPage;
  @Column('text') name: string;
  /** The query of the page's address, without its question mark. */
  @Column('text') address: string;
  @Column('boolean') shared: boolean;
  /** The page opens on it for its user. */
  @Column('boolean') opensFirst: boolean;
  @Column('integer') version: number;
}
