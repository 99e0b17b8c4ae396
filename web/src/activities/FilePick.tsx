import { Button } from 'design-react-kit';
import { useId } from 'react';
import { fileSize } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';

interface FilePickProps {
  file: File | null;
  set: (file: File | null) => void;
}

/** One file, sent after the activity is saved. */
export function FilePick({ file, set }: FilePickProps) {
  const id = useId();
  return (
    <div className="cf-field">
      <span className="cf-label">Allegato</span>
      <p id={`${id}-help`} className="cf-help">
        Il registro firmato, una locandina, una foto: PDF, immagini o documenti.
      </p>
      {file ? (
        <p className="cf-file-chosen">
          {file.name} ({fileSize(file.size)})
          <Button type="button" color="link" size="sm" onClick={() => set(null)}>
            Togli
          </Button>
        </p>
      ) : (
        <label className="cf-file btn btn-outline-primary btn-sm" htmlFor={id}>
          <Icon name="clip" />
          Scegli un file
          <input
            id={id}
            type="file"
            className="visually-hidden"
            aria-describedby={`${id}-help`}
            onChange={(event) => set(event.target.files?.[0] ?? null)}
          />
        </label>
      )}
    </div>
  );
}
