import { Injectable } from '@nestjs/common';
import { oneProject } from '../access/access.guard.js';
import type { Caller } from '../access/caller.js';
import type { Permission } from '../access/permissions.js';
import { ActivityTarget } from './activity-target.js';
import { ContractTarget } from './contract-target.js';
import { EnrolmentTarget } from './enrolment-target.js';
import { badFile, notYours } from './import-problems.js';
import type { TargetKey } from './import.entity.js';
import { OrganisationTarget } from './organisation-target.js';
import type { ImportTarget } from './target.js';

/** What can be imported; to add something: a target here, and its key in the entity. */
@Injectable()
export class Targets {
  private readonly all: ImportTarget[];

  constructor(
    activities: ActivityTarget,
    enrolments: EnrolmentTarget,
    organisations: OrganisationTarget,
    contracts: ContractTarget,
  ) {
    this.all = [activities, enrolments, organisations, contracts];
  }

  of(key: TargetKey): ImportTarget {
    const target = this.all.find((one) => one.key === key);
    if (!target)
      throw badFile('target', 'Questi dati non si importano ancora: inseriscili a mano.');
    return target;
  }

  /** 403 for who may not write what it would import, or only what is its own: a file is anybody's work. */
  forCaller(caller: Caller, projectId: string, key: TargetKey): ImportTarget {
    const target = this.of(key);
    const may = (permission: Permission) => {
      const bound = caller.participationsIn(projectId, permission);
      return bound === null || (target.own === true && bound.length > 0);
    };
    if (!target.permissions.every(may)) throw notYours();
    if (target.institute && caller.signed.onlyProject) throw oneProject();
    return target;
  }
}
