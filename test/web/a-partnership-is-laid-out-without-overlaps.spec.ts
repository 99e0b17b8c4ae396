import { fitted, layOut, leadLine } from '../../web/src/projects/network-layout.js';
import type { NetworkNode } from '../../web/src/projects/network-layout.js';

const node = (
  id: string,
  role: NetworkNode['role'],
  category: string | null = null,
): NetworkNode => ({
  organisationId: id,
  name: `Ente ${id}`,
  shortName: null,
  country: 'IT',
  role,
  category,
  declaredSize: null,
  demonstration: false,
});

const many = (prefix: string, count: number, role: NetworkNode['role'], category: string | null) =>
  Array.from({ length: count }, (_, index) => node(`${prefix}${index}`, role, category));

const network = {
  nodes: [
    node('lead', 'lead'),
    ...many('p', 3, 'partner', null),
    ...many('a', 8, 'adherent', 'Enti locali'),
    ...many('s', 7, 'adherent', 'Soci'),
    ...many('f', 6, 'foreign_adherent', 'Esteri'),
    ...many('x', 4, null, null),
  ],
  edges: [
    ...Array.from({ length: 7 }, (_, index) => ({
      from: `s${index}`,
      to: 'lead',
      kind: 'member' as const,
      note: null,
    })),
    { from: 'f1', to: 'f0', kind: 'member' as const, note: null },
    { from: 'f2', to: 'x0', kind: 'collaboration' as const, note: null },
  ],
};

describe.each([320, 700, 1000, 1600])('a partnership %i pixels wide', (width) => {
  const drawing = layOut(network, width);

  it('shows every body once, inside the drawing', () => {
    const placed = drawing.groups.flatMap((group) => group.nodes);
    expect(new Set(placed.map((one) => one.node.organisationId)).size).toBe(28);
    expect(placed).toHaveLength(28);
    for (const { x, y, width: size } of placed) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + size).toBeLessThanOrEqual(width + 0.01);
      expect(y).toBeLessThan(drawing.height);
    }
  });

  it('puts no group over another', () => {
    for (const one of drawing.groups) {
      for (const other of drawing.groups) {
        if (one === other) continue;
        const apart =
          one.x + one.width <= other.x + 0.01 ||
          other.x + other.width <= one.x + 0.01 ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('draws ties between bodies, and those with the lead as the line of their group', () => {
    expect(drawing.edges.map(({ edge }) => [edge.from, edge.to])).toEqual([
      ['f1', 'f0'],
      ['f2', 'x0'],
    ]);
    const members = drawing.groups.filter((group) => group.membersOfLead);
    expect(members.map((group) => group.title)).toEqual(['Soci']);
    expect(drawing.lead && members[0] && leadLine(drawing.lead, members[0])).toMatch(
      /^M [\d. CL-]+$/,
    );
  });

  it('ties each group to the lead alone, and none to the group above it', () => {
    for (const group of drawing.groups) {
      const line = leadLine(drawing.lead!, group);
      const crossed = drawing.groups.filter(
        (other) => other !== group && points(line).some(([x, y]) => isInside(other, x, y)),
      );
      expect(crossed).toEqual([]);
    }
  });
});

it('says how many they are and who is outside', () => {
  const titles = layOut(network, 1000).groups.map(({ title, subtitle }) => [title, subtitle]);
  expect(titles).toEqual([
    ['Partner', '3'],
    ['Enti locali', '8 aderenti'],
    ['Soci', '7 aderenti'],
    ['Esteri', '6 aderenti esteri'],
    ['Attorno al progetto', '4, fuori dal partenariato'],
  ]);
});

it('draws a project of which nothing is known', () => {
  expect(layOut({ nodes: [], edges: [] }, 600)).toMatchObject({
    lead: null,
    groups: [],
    edges: [],
  });
});

it('shortens a name that has no room', () => {
  expect(fitted('ASL TO1', 200)).toBe('ASL TO1');
  expect(fitted('Réseau Rhône-Alpes d’appui à la coopération', 130)).toMatch(/^Réseau.*…$/);
});

/** Points along the straight stretches of a line, close enough to meet every group that it crosses. */
function points(path: string): [number, number][] {
  const stops = path
    .split(/[MCL]/)
    .filter(Boolean)
    .map((part) => part.trim().split(' ').map(Number).slice(-2) as [number, number]);
  return stops.slice(2).flatMap(([x, y], index) => {
    const [fromX, fromY] = stops[index + 1]!;
    return [0.25, 0.5, 0.75].map((t): [number, number] => [
      fromX + (x - fromX) * t,
      fromY + (y - fromY) * t,
    ]);
  });
}

const isInside = (
  group: { x: number; y: number; width: number; height: number },
  x: number,
  y: number,
): boolean => x > group.x && x < group.x + group.width && y > group.y && y < group.y + group.height;
