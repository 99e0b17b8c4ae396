import { Member } from './access/member.entity.js';
import { User } from './access/user.entity.js';
import { BudgetLine, BudgetLineSource } from './budget/budget-line.entity.js';
import { BudgetVersion } from './budget/budget-version.entity.js';
import { FundingSource } from './budget/funding-source.entity.js';
import { Document } from './documents/document.entity.js';
import { Collaboration, NetworkMembership, NetworkSize } from './organisations/network.entity.js';
import { Organisation, OrganisationAlias } from './organisations/organisation.entity.js';
import { Person } from './people/person.entity.js';
import {
  Content,
  ContentFeed,
  ContentFeedSource,
  PublicSheet,
} from './publishing/content.entity.js';
import { ActivitySeries } from './planning/activity-series.entity.js';
import { Meeting, MeetingDecision, MeetingGuest, Task } from './planning/meeting.entity.js';
import { Call, CallRule, CostCategory } from './programmes/call.entity.js';
import { Fund, Programme, ProgrammeNode } from './programmes/programme.entity.js';
import { Objective } from './projects/objective.entity.js';
import { Participation } from './projects/participation.entity.js';
import { Project } from './projects/project.entity.js';
import {
  Feed,
  ProjectAlias,
  ProjectArea,
  ProjectCode,
  ProjectCommunity,
  ProjectFunction,
  ProjectPlace,
  ProjectRelation,
} from './projects/sheet.entity.js';
import { TeamMember } from './projects/team-member.entity.js';
import { Contract, ContractLine, HourAllotment } from './contracts/contract.entity.js';
import { HoursConfirmation, RequestLink } from './requests/link.entity.js';
import { MediationRequest } from './requests/mediation-request.entity.js';
import { Mediator, MediatorSlot } from './requests/mediator.entity.js';
import { Territory } from './territories/territory.entity.js';
import { CostDocument } from './spending/cost-document.entity.js';
import { Expense } from './spending/expense.entity.js';
import { Deliverable } from './work-plan/deliverable.entity.js';
import { ObjectiveWorkItem, WorkItem } from './work-plan/work-item.entity.js';
import { WorkPlanVersion } from './work-plan/work-plan-version.entity.js';
import { Activity } from './activities/activity.entity.js';
import { ActivityKind } from './activities/activity-kind.entity.js';
import { ActivityBatch } from './activities/activity-batch.entity.js';
import { SavedView } from './activities/saved-view.entity.js';
import { Attendance } from './attendance/attendance.entity.js';
import { Course, CourseTeacher } from './courses/course.entity.js';
import { Enrolment } from './courses/enrolment.entity.js';
import { Trainee, Training } from './trainings/training.entity.js';
import { Intake, Recipient } from './recipients/recipient.entity.js';
import { Indicator } from './indicators/indicator.entity.js';
import { Report } from './reports/report.entity.js';
import { FileImport } from './imports/import.entity.js';

/** Every entity, one line per feature. */
export const entities = [
  User,
  Document,
  Member,
  ActivityKind,
  ActivityBatch,
  SavedView,
  Activity,
  Fund,
  Programme,
  ProgrammeNode,
  Call,
  CallRule,
  CostCategory,
  Organisation,
  OrganisationAlias,
  NetworkMembership,
  NetworkSize,
  Collaboration,
  Person,
  Project,
  ProjectAlias,
  ProjectArea,
  ProjectCode,
  ProjectCommunity,
  ProjectFunction,
  ProjectPlace,
  ProjectRelation,
  Feed,
  Objective,
  Participation,
  TeamMember,
  WorkItem,
  ObjectiveWorkItem,
  WorkPlanVersion,
  Deliverable,
  FundingSource,
  BudgetVersion,
  BudgetLine,
  BudgetLineSource,
  CostDocument,
  Expense,
  Territory,
  Contract,
  ContractLine,
  HourAllotment,
  Mediator,
  MediatorSlot,
  RequestLink,
  MediationRequest,
  HoursConfirmation,
  Indicator,
  Report,
  Recipient,
  Intake,
  Course,
  CourseTeacher,
  Enrolment,
  Training,
  Trainee,
  Attendance,
  ActivitySeries,
  Meeting,
  MeetingGuest,
  MeetingDecision,
  Task,
  FileImport,
  Content,
  ContentFeed,
  ContentFeedSource,
  PublicSheet,
];
