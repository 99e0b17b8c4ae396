import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** The house plan: each folder of src/ and those that it may import; what is not named may not be imported. */
const BELOW: Record<string, string[]> = {
  kernel: [],
  platform: ['kernel'],
  access: ['platform'],
  programmes: ['access'],
  organisations: ['access'],
  projects: ['programmes', 'organisations'],
  'work-plan': ['projects'],
  people: ['projects'],
  territories: ['access'],
  contracts: ['people', 'territories'],
  documents: ['projects'],
  jobs: ['access'],
  activities: ['work-plan', 'people', 'contracts', 'courses'],
  recipients: ['people'],
  identities: ['recipients'],
  courses: ['work-plan', 'recipients'],
  trainings: ['work-plan', 'people'],
  attendance: ['activities', 'courses', 'identities', 'documents'],
  pivot: ['attendance'],
  requests: ['activities', 'contracts'],
  budget: ['work-plan'],
  spending: ['budget', 'documents'],
  indicators: ['activities', 'spending'],
  reports: ['indicators', 'recipients', 'documents', 'jobs'],
  planning: ['activities'],
  publishing: ['activities'],
  imports: ['attendance', 'documents', 'jobs', 'organisations'],
  home: ['trainings', 'reports', 'planning', 'publishing', 'imports'],
  // Data and operator's commands stand above every feature; nothing imports them.
  demo: ['home'],
  commands: ['demo'],
};

// Two walls that the plan itself lets through: routes of the platform say who may call them, and read its audit in views.
const EXCEPTIONS = new Set(['platform -> access/requires.ts']);

describe('arrows point one way', () => {
  it('from every folder only to those below it', () => {
    expect(
      arrows()
        .filter(({ from, to }) => !reach(from).has(to))
        .map(({ file, target }) => `${file} imports ${target}`),
    ).toEqual([]);
  });

  it('and from the kernel nowhere', () => {
    expect(arrows().filter(({ from }) => from === 'kernel')).toEqual([]);
  });

  it('with every folder on the plan', () => {
    const folders = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory());
    expect(folders.filter((folder) => !(folder in BELOW))).toEqual([]);
  });
});

function reach(folder: string): Set<string> {
  const below = BELOW[folder] ?? [];
  return new Set([folder, ...below.flatMap((next) => [...reach(next)])]);
}

function arrows(): { file: string; target: string; from: string; to: string }[] {
  return files('src')
    .filter((file) => file.split(sep).length > 2)
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => ({
        file,
        target: normalize(join(dirname(file), path)).replace(/\.js$/, '.ts'),
      })),
    )
    .map(({ file, target }) => ({ file, target, from: folderOf(file), to: folderOf(target) }))
    .filter(
      ({ from, to, target }) =>
        to !== '' && from !== to && !EXCEPTIONS.has(`${from} -> ${target.replace(/^src\//, '')}`),
    );
}

/** 'src/budget/ceiling.ts' → 'budget'; files that stand directly in src/ wire the program together and belong to no folder. */
const folderOf = (file: string): string => {
  const [root, folder, ...rest] = file.split(sep);
  return root === 'src' && rest.length > 0 ? (folder ?? '') : '';
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}
