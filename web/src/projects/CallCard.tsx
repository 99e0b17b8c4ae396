import { useQuery } from '@tanstack/react-query';
import { Card } from '../frame/Card.js';
import { percent } from '../frame/format.js';
import type { Call } from '../programmes/programme-queries.js';
import { CAP_BASES } from '../programmes/words.js';
import { fundsQuery } from './project-queries.js';

/** What the call asks, as data; what nobody has configured says so. */
export function CallCard({ callId }: { callId: string }) {
  const { data: funds } = useQuery(fundsQuery);
  const call = funds
    ?.flatMap(({ programmes }) => programmes.flatMap(({ calls }) => calls))
    .find(({ id }) => id === callId);
  if (!call) return null;
  return (
    <Card title={`Avviso ${call.title}`} lead={call.note}>
      <CallFacts call={call} />
    </Card>
  );
}

/** The rules and the cost categories of a call, side by side. */
export function CallFacts({ call }: { call: Call }) {
  return (
    <div className="cf-call">
      <div>
        <h3>Regole</h3>
        <ul className="cf-rules">
          {call.rules.map(({ code, label, value, source }) => (
            <li key={code}>
              <span>{label}</span>
              {value ? (
                <strong title={source ?? undefined}>{value}</strong>
              ) : (
                <span className="cf-unknown">non configurato</span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>Voci di costo</h3>
        <ul className="cf-rules">
          {call.costCategories.map(
            ({ id, code, label, parentId, capRate, capBase, mandatoryIf }) => (
              <li
                key={id}
                className={parentId ? 'is-under' : undefined}
                title={mandatoryIf ?? undefined}
              >
                <span>
                  <span className="cf-code">{code}</span>
                  {label}
                </span>
                {capRate && (
                  <strong title={`${percent(capRate, 0)} ${capBase ? CAP_BASES[capBase] : ''}`}>
                    max {percent(capRate, 0)}
                  </strong>
                )}
              </li>
            ),
          )}
        </ul>
      </div>
    </div>
  );
}
