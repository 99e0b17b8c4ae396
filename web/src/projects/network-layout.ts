import { PARTICIPATION_WORDS } from './words.js';
import type { Network } from './words.js';

export type NetworkNode = Network['nodes'][number];
type NetworkEdge = Network['edges'][number];

const COLUMN = 232;
const GAP = 34;
const ROW = 25;
const HEAD = 40;
const FOOT = 8;
const LEAD = { width: 300, height: 46 };
const DROP = 44;
const MOST_COLUMNS = 4;
const WIDEST = 400;

export interface PlacedNode {
  node: NetworkNode;
  x: number;
  y: number;
  width: number;
}

export interface PlacedGroup {
  key: string;
  title: string;
  subtitle: string;
  x: number;
  y: number;
  width: number;
  height: number;
  nodes: PlacedNode[];
  /** Every body of it is a member of the lead. */
  membersOfLead: boolean;
}

export interface PlacedEdge {
  edge: NetworkEdge;
  path: string;
}

export interface NetworkDrawing {
  width: number;
  height: number;
  lead: PlacedNode | null;
  groups: PlacedGroup[];
  edges: PlacedEdge[];
}

/** Bodies in columns by role and category under their lead, with the ties between them. Lengths in pixels. */
export function layOut({ nodes, edges }: Network, width: number): NetworkDrawing {
  const leadNode = nodes.find(({ role }) => role === 'lead') ?? null;
  const lead = leadNode && {
    node: leadNode,
    x: Math.max(0, (width - LEAD.width) / 2),
    y: 0,
    width: Math.min(LEAD.width, width),
  };
  const groups = inColumns(groupsOf(nodes, edges, leadNode), width, lead ? LEAD.height + DROP : 0);
  const bottom = Math.max(0, ...groups.map(({ y, height }) => y + height));
  const placed = new Map(
    groups.flatMap((group) => group.nodes.map((one) => [one.node.organisationId, one] as const)),
  );
  return {
    width,
    height: Math.max(bottom, lead ? LEAD.height : 0) + 4,
    lead,
    groups,
    edges: edges.flatMap((edge) => placedEdge(edge, placed)),
  };
}

type Group = Pick<PlacedGroup, 'key' | 'title' | 'subtitle' | 'membersOfLead'> & {
  members: NetworkNode[];
};

function groupsOf(nodes: NetworkNode[], edges: NetworkEdge[], lead: NetworkNode | null): Group[] {
  const groups = new Map<string, NetworkNode[]>();
  for (const node of nodes) {
    if (node === lead) continue;
    const key = `${node.role ?? ''}|${node.category ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const ofLead = (node: NetworkNode) =>
    edges.some(
      ({ from, to, kind }) =>
        kind === 'member' && from === node.organisationId && to === lead?.organisationId,
    );
  return [...groups].map(([key, members]) => ({
    key,
    members,
    ...titlesOf(members),
    membersOfLead: members.every(ofLead),
  }));
}

function titlesOf(members: NetworkNode[]): Pick<Group, 'title' | 'subtitle'> {
  const [first] = members;
  if (!first?.role) {
    return { title: 'Attorno al progetto', subtitle: `${members.length}, fuori dal partenariato` };
  }
  const [one, many] = PARTICIPATION_WORDS[first.role];
  const words = `${members.length} ${members.length === 1 ? one : many}`;
  return first.category
    ? { title: first.category, subtitle: words }
    : { title: many.charAt(0).toUpperCase() + many.slice(1), subtitle: String(members.length) };
}

/** Each group goes where there is most room, so that columns end near each other. */
function inColumns(groups: Group[], width: number, top: number): PlacedGroup[] {
  const fitting = Math.floor((width + GAP) / (COLUMN + GAP));
  const count = Math.max(1, Math.min(MOST_COLUMNS, fitting, groups.length));
  const size = Math.min(WIDEST, (width - GAP * (count - 1)) / count);
  const bottoms: number[] = Array.from({ length: count }, () => top);
  return groups.map(({ members, ...group }) => {
    const column = bottoms.indexOf(Math.min(...bottoms));
    const x = column * (size + GAP);
    const y = bottoms[column] ?? top;
    const height = HEAD + members.length * ROW + FOOT;
    bottoms[column] = y + height + GAP;
    const nodes = members.map((node, index) => ({
      node,
      x,
      y: y + HEAD + index * ROW + ROW / 2,
      width: size,
    }));
    return { ...group, x, y, width: size, height, nodes };
  });
}

function placedEdge(edge: NetworkEdge, placed: Map<string, PlacedNode>): PlacedEdge[] {
  const from = placed.get(edge.from);
  const to = placed.get(edge.to);
  // A tie with the lead is drawn with the line of the whole group.
  if (!from || !to) return [];
  return [{ edge, path: pathOf(from, to) }];
}

/** Beside the column when both stand in it, else across the gap between the columns. */
function pathOf(from: PlacedNode, to: PlacedNode): string {
  if (from.x === to.x) {
    const bulge = Math.min(GAP - 6, 10 + Math.abs(from.y - to.y) / 9);
    const x = from.x;
    return `M ${x} ${from.y} C ${x - bulge} ${from.y} ${x - bulge} ${to.y} ${x} ${to.y}`;
  }
  const [left, right] = from.x < to.x ? [from, to] : [to, from];
  const start = left.x + left.width;
  const middle = (start + right.x) / 2;
  return `M ${start} ${left.y} C ${middle} ${left.y} ${middle} ${right.y} ${right.x} ${right.y}`;
}

/** From the lead down to a group; to one that stands below another through the gap beside the column, so that no line ties the two. */
export function leadLine(lead: PlacedNode, group: PlacedGroup): string {
  const x = lead.x + lead.width / 2;
  const y = lead.y + LEAD.height;
  const top = y + DROP;
  const isFirst = group.y <= top;
  const to = isFirst ? group.x + group.width / 2 : group.x - GAP / 2;
  const down = `M ${x} ${y} C ${x} ${y + 30} ${to} ${y + 8} ${to} ${top}`;
  return isFirst
    ? down
    : `${down} L ${to} ${group.y + HEAD / 2} L ${group.x} ${group.y + HEAD / 2}`;
}

/** As much of a name as the room allows. */
export function fitted(text: string, room: number): string {
  const most = Math.max(6, Math.floor(room / 6.5));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

export const LEAD_HEIGHT = LEAD.height;
