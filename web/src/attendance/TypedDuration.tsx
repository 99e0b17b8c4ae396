import { useRef } from 'react';

/** A box in which a duration is being typed. */
export interface Typing {
  row: number;
  column: number;
  /** The key that opened it. */
  first: string;
  /** What was typed and is no duration: the box stays open until it is one, or Esc. */
  wrong?: string;
}

interface TypedDurationProps {
  typing: Typing;
  /** Null: not to be kept. `on`: by Enter. Says whether the box is closed. */
  done: (text: string | null, on: boolean) => boolean;
}

/** A duration typed into the box: Enter keeps it, and so does leaving the box; Esc does not. */
export function TypedDuration({ typing: { first, wrong }, done }: TypedDurationProps) {
  // Closing the box takes the focus away from it: that is no second answer.
  const closed = useRef(false);
  const end = (text: string | null, on: boolean) => {
    if (closed.current) return;
    closed.current = true;
    closed.current = done(text, on);
  };
  return (
    <input
      className={`cf-register-typing ${wrong === undefined ? '' : 'is-invalid'}`}
      defaultValue={first}
      aria-label="Durata della presenza, per esempio 1:30"
      aria-invalid={wrong !== undefined}
      autoFocus
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        end(event.key === 'Enter' ? event.currentTarget.value : null, true);
      }}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => end(event.currentTarget.value, false)}
    />
  );
}

export const NotADuration = ({ text }: { text: string }) => (
  <p role="alert" className="cf-register-wrong">
    «{text}» non è una durata: scrivi 1:30 oppure 1,5 oppure 90m. Esc lascia la casella com’era.
  </p>
);
