import { useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.js';
import { useToastHost } from './toast.js';

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
        onClose();
      }}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <div className="cf-panel-box">
        <header className="cf-panel-head">
          <div>
            <h2 id={heading}>{title}</h2>
            {lead && <p>{lead}</p>}
          </div>
          <button type="button" className="cf-icon-button" onClick={onClose} title="Chiudi (Esc)">
            <Icon name="close-big" label="Chiudi il pannello" />
          </button>
        </header>
        <div className="cf-panel-body">{children}</div>
        {footer && <footer className="cf-panel-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}
