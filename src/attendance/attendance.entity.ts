import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A recipient at an activity: there or absent, and for how long. The database holds it within the activity. */
@Entity('attendance')
export class Attendance {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid') projectId: string;
  @Column('uuid') activityId: string;
  @Column('uuid') recipientId: string;
  @Column('boolean') present: boolean;
  @Column('integer') minutes: number;
  @Column('boolean') demonstration: boolean;
}
