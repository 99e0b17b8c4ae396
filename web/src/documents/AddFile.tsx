import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { type StoredDocument, upload } from '../api/upload.js';
import type { Upload } from '../api/upload.js';
import { Icon } from '../frame/Icon.js';
import { Progress } from '../frame/Progress.js';
import { useToast } from '../frame/toast.js';

/** What kind of file is attached, and with which words. */
export interface What {
  kind: StoredDocument['kind'];
  label: string;
  /** What follows from it, told when it is stored. */
  done?: string;
  /** What the window of files offers first. */
  accept?: string;
}

interface AddFileProps extends Pick<Upload, 'projectId' | 'subject'> {
  /** Of the list, to read it again. */
  queryKey: string[];
  what: What;
}

/** A button that attaches a file to a row, with its progress. */
export function AddFile({ projectId, subject, queryKey, what }: AddFileProps) {
  const field = useId();
  const client = useQueryClient();
  const toast = useToast();
  const [share, setShare] = useState<number | null>(null);
  const send = async (file: File) => {
    setShare(0);
    try {
      await upload({ projectId, file, kind: what.kind, subject, onProgress: setShare });
      await client.invalidateQueries({ queryKey });
      if (what.done) toast({ text: what.done, tone: 'good' });
    } catch (error) {
      toast({ text: `Allegato non inviato: ${sentenceOf(error)}`, tone: 'bad' });
    } finally {
      setShare(null);
    }
  };
  if (share !== null) return <Progress label="Invio dell’allegato" value={share} />;
  return (
    <label className="cf-file btn btn-outline-primary btn-sm" htmlFor={field}>
      <Icon name="clip" />
      {what.label}
      <input
        id={field}
        type="file"
        accept={what.accept}
        className="visually-hidden"
        onChange={(event) => event.target.files?.[0] && void send(event.target.files[0])}
      />
    </label>
  );
}
