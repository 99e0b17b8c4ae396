import { CreatePlatform1767000000000 } from './1767000000000-CreatePlatform.js';
import { CreateAccess1767000000100 } from './1767000000100-CreateAccess.js';
import { CreateOutbox1767000001000 } from './1767000001000-CreateOutbox.js';
import { CreateDocuments1767000002000 } from './1767000002000-CreateDocuments.js';
import { CreateProgrammesAndOrganisations1767010000000 } from './1767010000000-CreateProgrammesAndOrganisations.js';
import { CreateProjectsAndWorkPlans1767010000100 } from './1767010000100-CreateProjectsAndWorkPlans.js';
import { CreateActivities1767020000000 } from './1767020000000-CreateActivities.js';
import { CreateBudget1767030000000 } from './1767030000000-CreateBudget.js';
import { CreateSpending1767030000100 } from './1767030000100-CreateSpending.js';
import { CreateIndicators1767040000000 } from './1767040000000-CreateIndicators.js';
import { CreateReports1767040001000 } from './1767040001000-CreateReports.js';
import { MoveDocumentsWithTheirSubject1767050000000 } from './1767050000000-MoveDocumentsWithTheirSubject.js';
import { DropLateFromActivity1767060000000 } from './1767060000000-DropLateFromActivity.js';
import { HoldBudgetLinesBothWays1767060000100 } from './1767060000100-HoldBudgetLinesBothWays.js';
import { AcceptCupDeclarations1767060000200 } from './1767060000200-AcceptCupDeclarations.js';
import { ReassessWhenADeclarationGoes1767060000300 } from './1767060000300-ReassessWhenADeclarationGoes.js';
import { KeepFilesWithWhoAttachedThem1767061000000 } from './1767061000000-KeepFilesWithWhoAttachedThem.js';
import { TellSessionsApart1767061000100 } from './1767061000100-TellSessionsApart.js';
import { TakeDocumentsAway1767061000200 } from './1767061000200-TakeDocumentsAway.js';
import { ExtendActivities1767100000000 } from './1767100000000-ExtendActivities.js';
import { HoldPackages1767110000000 } from './1767110000000-HoldPackages.js';
import { CreateMediationRequests1767110000100 } from './1767110000100-CreateMediationRequests.js';
import { CreateRecipients1767120000000 } from './1767120000000-CreateRecipients.js';
import { KeepIdentitiesApart1767120000100 } from './1767120000100-KeepIdentitiesApart.js';
import { MergeRecipients1767120000200 } from './1767120000200-MergeRecipients.js';
import { KeepBatchesDraftsAndViews1767130000000 } from './1767130000000-KeepBatchesDraftsAndViews.js';
import { KeepCalendarAddresses1767140000000 } from './1767140000000-KeepCalendarAddresses.js';
import { CreateImports1767150000000 } from './1767150000000-CreateImports.js';
import { FollowTheWork1767160000000 } from './1767160000000-FollowTheWork.js';
import { KeepMeetings1767140000100 } from './1767140000100-KeepMeetings.js';
import { CreateTrainings1767200000000 } from './1767200000000-CreateTrainings.js';
import { ForgetHashesOfIdentities1767200000100 } from './1767200000100-ForgetHashesOfIdentities.js';
import { PublishContents1767140000200 } from './1767140000200-PublishContents.js';
import { SortActivitiesByHours1767210000000 } from './1767210000000-SortActivitiesByHours.js';
import { SaveRowsOfSeveralProjects1767210000100 } from './1767210000100-SaveRowsOfSeveralProjects.js';
import { LimitAllotmentsAndWarn1767220000000 } from './1767220000000-LimitAllotmentsAndWarn.js';
import { TakeRequestsBackWithTheirWork1767220000100 } from './1767220000100-TakeRequestsBackWithTheirWork.js';
import { NameTheGroupOfAnActivity1767220000200 } from './1767220000200-NameTheGroupOfAnActivity.js';
import { ForgetAllOfWhoWasErased1767230000000 } from './1767230000000-ForgetAllOfWhoWasErased.js';
import { ChangeTerritories1767380000000 } from './1767380000000-ChangeTerritories.js';
import { AcceptLogos1767390000100 } from './1767390000100-AcceptLogos.js';
import { KeepEvidenceWithCorrections1767330000000 } from './1767330000000-KeepEvidenceWithCorrections.js';
import { CompareIdentitiesBySigns1767340000000 } from './1767340000000-CompareIdentitiesBySigns.js';
import { ForgetImportsOfWhoWasErased1767340000100 } from './1767340000100-ForgetImportsOfWhoWasErased.js';
import { ForgetAnswersAboutPeople1767310000000 } from './1767310000000-ForgetAnswersAboutPeople.js';
import { CountPeopleByIndicators1767310000100 } from './1767310000100-CountPeopleByIndicators.js';
import { RemindOfEvidence1767220000300 } from './1767220000300-RemindOfEvidence.js';
import { TellWhoIsNoLongerNeeded1767300000000 } from './1767300000000-TellWhoIsNoLongerNeeded.js';
import { CallAgainAfterAnyChange1767300000100 } from './1767300000100-CallAgainAfterAnyChange.js';
import { FeedSeveralProjects1767300000200 } from './1767300000200-FeedSeveralProjects.js';
import { SumPackagesOncePerStatement1767320000000 } from './1767320000000-SumPackagesOncePerStatement.js';
import { LetPartnersImport1767320000100 } from './1767320000100-LetPartnersImport.js';
import { PlaceRequestLinks1767390000000 } from './1767390000000-PlaceRequestLinks.js';

/** Every migration in the order in which it runs; a list, so that nothing depends on a folder scan. */
export const migrations = [
  CreatePlatform1767000000000,
  CreateAccess1767000000100,
  CreateOutbox1767000001000,
  CreateDocuments1767000002000,
  CreateProgrammesAndOrganisations1767010000000,
  CreateProjectsAndWorkPlans1767010000100,
  CreateActivities1767020000000,
  CreateBudget1767030000000,
  CreateSpending1767030000100,
  CreateIndicators1767040000000,
  CreateReports1767040001000,
  MoveDocumentsWithTheirSubject1767050000000,
  DropLateFromActivity1767060000000,
  HoldBudgetLinesBothWays1767060000100,
  AcceptCupDeclarations1767060000200,
  ReassessWhenADeclarationGoes1767060000300,
  KeepFilesWithWhoAttachedThem1767061000000,
  TellSessionsApart1767061000100,
  TakeDocumentsAway1767061000200,
  ExtendActivities1767100000000,
  HoldPackages1767110000000,
  CreateMediationRequests1767110000100,
  CreateRecipients1767120000000,
  KeepIdentitiesApart1767120000100,
  MergeRecipients1767120000200,
  KeepBatchesDraftsAndViews1767130000000,
  KeepCalendarAddresses1767140000000,
  KeepMeetings1767140000100,
  PublishContents1767140000200,
  CreateImports1767150000000,
  FollowTheWork1767160000000,
  CreateTrainings1767200000000,
  ForgetHashesOfIdentities1767200000100,
  SortActivitiesByHours1767210000000,
  SaveRowsOfSeveralProjects1767210000100,
  LimitAllotmentsAndWarn1767220000000,
  TakeRequestsBackWithTheirWork1767220000100,
  NameTheGroupOfAnActivity1767220000200,
  RemindOfEvidence1767220000300,
  ForgetAllOfWhoWasErased1767230000000,
  TellWhoIsNoLongerNeeded1767300000000,
  CallAgainAfterAnyChange1767300000100,
  FeedSeveralProjects1767300000200,
  ForgetAnswersAboutPeople1767310000000,
  CountPeopleByIndicators1767310000100,
  SumPackagesOncePerStatement1767320000000,
  LetPartnersImport1767320000100,
  KeepEvidenceWithCorrections1767330000000,
  CompareIdentitiesBySigns1767340000000,
  ForgetImportsOfWhoWasErased1767340000100,
  ChangeTerritories1767380000000,
  PlaceRequestLinks1767390000000,
  AcceptLogos1767390000100,
];
