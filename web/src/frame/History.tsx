import type { Schemas } from '../api/client.js';
import { instant } from './format.js';

interface HistoryProps {
  /** None while they are not read. */
  entries: Schemas['HistoryEntry'][] | undefined;
  /** Field of the row → Italian word; what is not listed is not shown. */
  words: Record<string, string>;
  /** Turns a stored value into what a reader knows: an id into a name. */
  show?: (field: string, value: string) => string;
}

const ACTIONS = { insert: 'registrata', update: 'modificata', delete: 'eliminata' };

/** Who changed what and when, newest first. */
export function History({ entries, words, show = (_, value) => value }: HistoryProps) {
  const value = (field: string, text: string | null) =>
    text === null || text === '' ? 'vuoto' : show(field, text);
  if (!entries) return null;
  return (
    <section>
      <h3 className="cf-section-title">Storia</h3>
      <ol className="cf-history">
        {[...entries].reverse().map((entry) => {
          const changes = entry.changes.filter(({ field }) => words[field]);
          return (
            <li key={`${entry.at}${entry.action}`}>
              <p>
                <strong>{ACTIONS[entry.action]}</strong>{' '}
                {entry.actor ? `da ${entry.actor}` : 'dal sistema'}, {instant(entry.at)}
              </p>
              {entry.redacted && <p className="cf-muted">Valori cancellati su richiesta.</p>}
              {entry.action === 'update' && changes.length > 0 && (
                <ul>
                  {changes.map(({ field, before, after }) => (
                    <li key={field}>
                      {words[field]}: <del>{value(field, before)}</del> →{' '}
                      <ins>{value(field, after)}</ins>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
