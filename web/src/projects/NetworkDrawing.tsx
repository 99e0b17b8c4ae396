import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { plural } from '../frame/format.js';
import { fitted, layOut, LEAD_HEIGHT, leadLine } from './network-layout.js';
import type { NetworkNode, PlacedGroup, PlacedNode } from './network-layout.js';
import { fullName } from './words.js';
import type { Network } from './words.js';

/** Room at both sides for the lines that pass beside a column. */
const MARGIN = 26;

/** The partnership drawn: bodies under their lead, memberships as lines, collaborations dashed, declared sizes as they are. */
export function NetworkDrawing({ network }: { network: Network }) {
  const [box, width] = useWidth();
  const [lit, setLit] = useState<string | null>(null);
  const drawing = useMemo(() => layOut(network, width), [network, width]);
  const near = useMemo(() => neighbours(network, lit), [network, lit]);
  const { lead, groups, edges } = drawing;
  const classOf = (id: string) =>
    lit === null || near.has(id) ? 'cf-net-node' : 'cf-net-node is-dim';
  const node = (placed: PlacedNode) => (
    <Node
      key={placed.node.organisationId}
      placed={placed}
      className={classOf(placed.node.organisationId)}
      light={setLit}
    />
  );
  return (
    <div ref={box} className="cf-net">
      {width > 0 && (
        <svg
          width={drawing.width + 2 * MARGIN}
          height={drawing.height}
          viewBox={`${-MARGIN} 0 ${drawing.width + 2 * MARGIN} ${drawing.height}`}
          role="group"
          aria-label={`La rete del progetto: ${plural(network.nodes.length, 'ente', 'enti')}. Sotto c’è la stessa rete come tabella.`}
        >
          {lead &&
            inDrawingOrder(groups).map((group) => (
              <path
                key={group.key}
                d={leadLine(lead, group)}
                className={`cf-net-line ${group.membersOfLead ? 'is-member' : ''} ${group.nodes[0]?.node.role ? '' : 'is-none'}`}
              />
            ))}
          {groups.map((group) => (
            <Group key={group.key} group={group} />
          ))}
          {edges.map(({ edge, path }) => (
            <path
              key={`${edge.from}${edge.to}${edge.kind}`}
              d={path}
              className={`cf-net-edge is-${edge.kind} ${lit && lit !== edge.from && lit !== edge.to ? 'is-dim' : ''}`}
            />
          ))}
          {groups.flatMap((group) => group.nodes.map(node))}
          {lead && <Lead placed={lead} light={setLit} />}
        </svg>
      )}
    </div>
  );
}

/** Plain lines cover the blue ones where they share a stretch: blue is for members only. */
const inDrawingOrder = (groups: PlacedGroup[]): PlacedGroup[] =>
  [...groups].sort((a, b) => Number(b.membersOfLead) - Number(a.membersOfLead));

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth) - 2 * MARGIN));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}

function neighbours({ edges }: Network, id: string | null): Set<string> {
  const near = new Set(id === null ? [] : [id]);
  for (const { from, to } of edges) {
    if (from === id) near.add(to);
    if (to === id) near.add(from);
  }
  return near;
}

function Group({ group: { x, y, width, height, title, subtitle, nodes } }: { group: PlacedGroup }) {
  const outside = !nodes[0]?.node.role;
  return (
    <g className={`cf-net-group ${outside ? 'is-outside' : ''}`}>
      <rect x={x} y={y} width={width} height={height} rx={6} />
      <text x={x + 12} y={y + 17} className="cf-net-title">
        {fitted(title, width - 24)}
      </text>
      <text x={x + 12} y={y + 32} className="cf-net-count">
        {fitted(subtitle, width - 24)}
      </text>
    </g>
  );
}

interface NodeProps {
  placed: PlacedNode;
  className: string;
  light: (id: string | null) => void;
}

function Node({ placed: { node, x, y, width }, className, light }: NodeProps) {
  const label = fullName(node.name, node.shortName);
  const size = node.declaredSize?.size;
  return (
    <Linked node={node} className={className} light={light}>
      <rect x={x + 2} y={y - 12} width={width - 4} height={24} rx={4} className="cf-net-hit" />
      <circle cx={x + 15} cy={y} r={3.5} className={node.demonstration ? 'is-demo' : undefined} />
      <text x={x + 26} y={y + 4}>
        {fitted(label, width - 44 - (size ? 30 : 0))}
      </text>
      {size && (
        <text x={x + width - 10} y={y + 4} textAnchor="end" className="cf-net-size">
          {size}
        </text>
      )}
    </Linked>
  );
}

function Lead({ placed: { node, x, y, width }, light }: Omit<NodeProps, 'className'>) {
  return (
    <Linked node={node} className="cf-net-node cf-net-lead" light={light}>
      <rect x={x} y={y} width={width} height={LEAD_HEIGHT} rx={6} />
      <text x={x + width / 2} y={y + 19} textAnchor="middle" className="cf-net-count">
        capofila
      </text>
      <text x={x + width / 2} y={y + 36} textAnchor="middle" className="cf-net-title">
        {fitted(node.name, width - 24)}
      </text>
    </Linked>
  );
}

interface LinkedProps {
  node: NetworkNode;
  className: string;
  light: (id: string | null) => void;
  children: React.ReactNode;
}

function Linked({ node, className, light, children }: LinkedProps) {
  const navigate = useNavigate();
  const to = `/enti/${node.organisationId}`;
  return (
    <a
      href={to}
      className={className}
      aria-label={wordsOf(node)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        void navigate(to);
      }}
      onMouseEnter={() => light(node.organisationId)}
      onMouseLeave={() => light(null)}
      onFocus={() => light(node.organisationId)}
      onBlur={() => light(null)}
    >
      <title>{wordsOf(node)}</title>
      {children}
    </a>
  );
}

/** Begins with the words that are drawn, so that who speaks to the program can name what it sees. */
function wordsOf(node: NetworkNode): string {
  const { name, shortName, role, declaredSize, demonstration } = node;
  const drawn = role === 'lead' ? `capofila ${name}` : fullName(name, shortName);
  const size = declaredSize
    ? ` ${plural(declaredSize.size, 'aderente dichiarato', 'aderenti dichiarati')} (fonte: ${declaredSize.source})`
    : '';
  return `${drawn}${size}${demonstration ? ', dato dimostrativo' : ''}`;
}
