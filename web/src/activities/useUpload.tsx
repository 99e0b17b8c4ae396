import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.js';
import { upload } from '../api/upload.js';
import { Progress } from '../frame/Progress.js';
import { useToast } from '../frame/toast.js';
import type { Activity } from './activity-queries.js';

/** Sends a file to an activity. A failure is told and does not undo what was saved. */
export function useUpload() {
  const [share, setShare] = useState<number | null>(null);
  const [name, setName] = useState('');
  const abort = useRef<AbortController>(null);
  const toast = useToast();
  const client = useQueryClient();

  const send = async ({ id, projectId }: Activity, file: File): Promise<boolean> => {
    abort.current = new AbortController();
    setName(file.name);
    setShare(0);
    try {
      await upload({
        projectId,
        file,
        kind: 'evidence',
        subject: { table: 'activity', ids: [id] },
        onProgress: setShare,
        signal: abort.current.signal,
      });
      await client.invalidateQueries({ queryKey: ['documents', 'activity', id] });
      return true;
    } catch (error) {
      toast({
        text: `Allegato non inviato: ${sentenceOf(error)} Aggiungilo dalla scheda dell’attività.`,
        tone: 'bad',
      });
      return false;
    } finally {
      setShare(null);
    }
  };
  return { share, name, send, cancel: () => abort.current?.abort() };
}

export function UploadProgress({ uploading }: { uploading: ReturnType<typeof useUpload> }) {
  const { share, name, cancel } = uploading;
  if (share === null) return null;
  return <Progress label={`Invio ${name}`} value={share} onCancel={cancel} />;
}
