import { CreatePlatform1767000000000 } from './1767000000000-CreatePlatform.js';
import { CreateAccess1767000000100 } from './1767000000100-CreateAccess.js';
import { CreateProgrammesAndOrganisations1767010000000 } from './1767010000000-CreateProgrammesAndOrganisations.js';
import { CreateProjectsAndWorkPlans1767010000100 } from './1767010000100-CreateProjectsAndWorkPlans.js';

/** Every migration in the order in which it runs; a list, so that nothing depends on a folder scan. */
export const migrations = [
  CreatePlatform1767000000000,
  CreateAccess1767000000100,
  CreateProgrammesAndOrganisations1767010000000,
  CreateProjectsAndWorkPlans1767010000100,
];
