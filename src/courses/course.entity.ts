import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const courseStates = ['open', 'closed', 'cancelled'] as const;
export type CourseState = (typeof courseStates)[number];

/** An edition of a course: people enrol here, its sessions are activities. */
@Entity('course')
export class Course {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') workItemId: string;
  @Column('uuid', { nullable: true }) participationId: string | null;
  @Column('uuid', { nullable: true }) schoolId: string | null;
  /** The plesso in which it takes place. */
  @Column('uuid', { nullable: true }) buildingId: string | null;
  @Column('text') title: string;
  /** "2019/20" */
  @Column('text') schoolYear: string;
  @Column('text', { nullable: true }) levelIn: string | null;
  @Column('text', { nullable: true }) levelOut: string | null;
  @Column('integer') plannedMinutes: number;
  /** Share of the planned minutes that completes the course; null while nobody has set it. */
  @Column('smallint', { nullable: true }) thresholdPercent: number | null;
  @Column('integer', { nullable: true }) seats: number | null;
  @Column('text', { array: true }) classes: string[];
  @Column('text') state: CourseState;
  @Column('boolean') demonstration: boolean;
  @Column('integer', { default: 1 }) version: number;
}

/** Who teaches a course: of the school itself (internal) or from outside. */
@Entity('course_teacher')
export class CourseTeacher {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') courseId: string;
  @Column('uuid') personId: string;
  @Column('boolean') internal: boolean;
}
