import { demoPartners } from './demo-partners.js';

/** What one sort of work looks like: where it stands in the plan, how long it takes, who does it and where. */
export interface Shape {
  kind: string;
  workItem: string;
  weight: number;
  minutes: number[];
  providers: string[];
  hosts: string[];
  participants: [number, number];
  quantity?: [number, number];
}

const keys = (prefix: string): string[] =>
  demoPartners.filter(({ key }) => key.startsWith(prefix)).map(({ key }) => key);

const schools = keys('demo-ic');
const services = keys('demo-servizi');
const cooperatives = keys('demo-coop');
const teachers = [...keys('demo-agenzia'), ...keys('demo-cpia')];
const associations = keys('demo-assoc');

export const shapes: Shape[] = [
  {
    kind: 'l2_workshop',
    workItem: 'A1',
    weight: 34,
    minutes: [90, 120, 120, 180],
    providers: teachers,
    hosts: schools,
    participants: [6, 18],
  },
  {
    kind: 'intercultural_workshop',
    workItem: 'A1',
    weight: 9,
    minutes: [90, 120],
    providers: teachers,
    hosts: schools,
    participants: [12, 26],
  },
  {
    kind: 'family_meeting',
    workItem: 'A1',
    weight: 5,
    minutes: [60, 90],
    providers: teachers,
    hosts: schools,
    participants: [4, 22],
  },
  {
    kind: 'on_call_mediation',
    workItem: 'A2',
    weight: 30,
    minutes: [60, 60, 90, 120],
    providers: cooperatives,
    hosts: [...schools, ...services],
    participants: [1, 5],
  },
  {
    kind: 'community_mediation',
    workItem: 'A2',
    weight: 9,
    minutes: [120, 180, 240],
    providers: cooperatives,
    hosts: services,
    participants: [3, 15],
  },
  {
    kind: 'working_group',
    workItem: 'A2',
    weight: 4,
    minutes: [120, 150, 180],
    providers: services,
    hosts: services,
    participants: [6, 20],
  },
  {
    kind: 'wasted_trip',
    workItem: 'A2',
    weight: 1,
    minutes: [],
    providers: cooperatives,
    hosts: schools,
    participants: [0, 0],
    quantity: [1, 1],
  },
  {
    kind: 'published_content',
    workItem: 'A3',
    weight: 4,
    minutes: [],
    providers: [],
    hosts: [],
    participants: [0, 0],
    quantity: [1, 3],
  },
  {
    kind: 'information_meeting',
    workItem: 'A4',
    weight: 4,
    minutes: [90, 120],
    providers: associations,
    hosts: associations,
    participants: [8, 40],
  },
];
