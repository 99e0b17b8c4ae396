import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { createPortal } from 'react-dom';
import { sentenceOf } from '../api/problem.js';
import { Icon } from './Icon.js';

export interface Message {
  text: string;
  /** Offered as *Annulla* for ten seconds and more. */
  undo?: () => Promise<unknown>;
  /** Where there is no way back: what can be done about it. */
  next?: { label: string; act: () => void };
  tone?: 'good' | 'bad';
}

type Shown = Message & { id: number };

const TEN_SECONDS = 12_000;
const ToastContext = createContext<(message: Message) => void>(() => undefined);

const HostContext = createContext<(host: Element | null) => void>(() => undefined);

/** A modal panel makes the rest of the page inert: while it is open, messages are shown inside it. */
export function useToastHost(panel: RefObject<Element | null>): void {
  const setHost = use(HostContext);
  useEffect(() => {
    setHost(panel.current);
    return () => setHost(null);
  }, [panel, setHost]);
}

/** `const toast = useToast(); toast({ text: 'Attività salvata', undo: () => … })`. */
export const useToast = () => use(ToastContext);

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const [host, setHost] = useState<Element | null>(null);
  const last = useRef(0);
  const drop = useCallback(
    (id: number) => setShown((all) => all.filter((one) => one.id !== id)),
    [],
  );
  const add = useCallback(
    (message: Message) => {
      const id = ++last.current;
      setShown((all) => [...all.slice(-2), { ...message, id }]);
      setTimeout(() => drop(id), TEN_SECONDS);
    },
    [drop],
  );
  const toasts = useMemo(
    () => shown.map((one) => <Toast key={one.id} message={one} drop={drop} add={add} />),
    [shown, drop, add],
  );
  return (
    <ToastContext value={add}>
      <HostContext value={setHost}>{children}</HostContext>
      {createPortal(
        <div className="cf-toasts" role="status" aria-live="polite">
          {toasts}
        </div>,
        host ?? document.body,
      )}
    </ToastContext>
  );
}

interface ToastProps {
  message: Shown;
  drop: (id: number) => void;
  add: (message: Message) => void;
}

function Toast({ message, drop, add }: ToastProps) {
  const { id, text, tone, undo, next } = message;
  const goOn = () => {
    drop(id);
    next?.act();
  };
  const revert = () => {
    drop(id);
    undo?.().then(
      () => add({ text: 'Annullato.' }),
      (error: unknown) => add({ text: sentenceOf(error), tone: 'bad' }),
    );
  };
  return (
    <div className={`cf-toast ${tone === 'bad' ? 'is-bad' : ''}`}>
      <Icon name={tone === 'bad' ? 'warning-circle' : 'check-circle'} />
      <span>{text}</span>
      {undo && (
        <button type="button" className="cf-toast-undo" onClick={revert}>
          Annulla
        </button>
      )}
      {next && (
        <button type="button" className="cf-toast-undo" onClick={goOn}>
          {next.label}
        </button>
      )}
      <button type="button" className="cf-icon-button" onClick={() => drop(id)}>
        <Icon name="close" label="Chiudi il messaggio" />
      </button>
    </div>
  );
}
