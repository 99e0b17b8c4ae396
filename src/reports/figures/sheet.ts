import type { Facts } from '../facts.js';
import { type Figure, Figures, type Section } from './figure.js';
import { financial } from './financial.js';
import { general } from './general.js';
import { network } from './network.js';
import { physical } from './physical.js';
import { procedural } from './procedural.js';
import { registry } from './registry.js';
import { workPlan } from './work-plan.js';

/** A report laid out: what a screen, a file and a snapshot show alike. */
export interface Sheet {
  title: string;
  project: string;
  number: number;
  corrects: number | null;
  from: string;
  to: string;
  /** Holds invented rows. */
  demonstration: boolean;
  sections: Section[];
}

/** The quarterly monitoring sheet (FAMI 2014-2020, scheda di monitoraggio trimestrale), in the funder's order. Pure. */
export function quarterlySheet(facts: Facts): { sheet: Sheet; figures: Figure[] } {
  const figures = new Figures();
  const sections = [
    general(facts, figures),
    registry(facts),
    procedural(facts),
    network(facts, figures),
    workPlan(facts, figures),
    physical(facts, figures),
    financial(facts, figures),
  ];
  const { project, number, corrects, period } = facts;
  const demonstration = [...facts.activities, ...facts.expenses].some((row) => row.demonstration);
  const sheet = {
    title: 'Scheda di monitoraggio trimestrale',
    project: project.title,
    number,
    corrects,
    ...period,
    demonstration: demonstration || project.demonstration,
    sections,
  };
  return { sheet, figures: figures.all };
}
