import {
  createContext,
  use,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { ReactNode } from 'react';
import { useConfirm } from './confirm.js';
import { Icon } from './Icon.js';
import { useToastHost } from './toast.js';
import { LOSING, useUnsaved } from './useUnsaved.js';

const UnsavedContext = createContext<(unsaved: boolean) => void>(() => undefined);

/** What a form in the panel holds: while it is not saved, the panel asks before it closes. */
export function usePanelUnsaved(unsaved: boolean): void {
  const tell = use(UnsavedContext);
  useEffect(() => {
    tell(unsaved);
    return () => tell(false);
  }, [tell, unsaved]);
}

interface SidePanelProps {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  wide?: boolean;
}

/** Slides over the right side; Esc closes it and the focus goes back where it was. */
export function SidePanel({ title, lead, onClose, children, footer, wide }: SidePanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const ask = useConfirm();
  const [unsaved, setUnsaved] = useState(false);
  const now = useRef(unsaved);
  useUnsaved(unsaved);
  const tell = useCallback((told: boolean) => {
    now.current = told;
    setUnsaved(told);
  }, []);
  const leave = async () => {
    // A form tells of the last key a moment after it.
    await new Promise((next) => setTimeout(next));
    if (!now.current || (await ask(LOSING)) !== null) onClose();
  };
  useToastHost(dialog);
  // Before the effects of the content, which may want the focus.
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => before?.focus?.({ preventScroll: true });
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`cf-panel ${wide ? 'is-wide' : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        void leave();
      }}
      onMouseDown={(event) => event.target === dialog.current && void leave()}
    >
      <div className="cf-panel-box">
        <header className="cf-panel-head">
          <div>
            <h2 id={heading}>{title}</h2>
            {lead && <p>{lead}</p>}
          </div>
          <button
            type="button"
            className="cf-icon-button"
            onClick={() => void leave()}
            title="Chiudi (Esc)"
          >
            <Icon name="close-big" label="Chiudi il pannello" />
          </button>
        </header>
        <UnsavedContext value={tell}>
          <div className="cf-panel-body">{children}</div>
        </UnsavedContext>
        {footer && <footer className="cf-panel-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
