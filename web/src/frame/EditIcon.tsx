import { Icon } from './Icon.js';

/** A pencil beside what it changes; `what` says it to whoever cannot see where it stands. */
export const EditIcon = ({ what, open }: { what: string; open: () => void }) => (
  <button type="button" className="cf-icon-button" title={`Modifica ${what}`} onClick={open}>
    <Icon name="pencil" label={`Modifica ${what}`} />
  </button>
);

export const AddIcon = ({ what, open }: { what: string; open: () => void }) => (
  <button type="button" className="cf-icon-button" title={`Aggiungi ${what}`} onClick={open}>
    <Icon name="plus" label={`Aggiungi ${what}`} />
  </button>
);
