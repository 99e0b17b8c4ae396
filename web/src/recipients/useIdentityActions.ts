import { sentenceOf } from '../api/problem.js';
import { useCoursesChanged } from '../courses/course-queries.js';
import { useConfirm } from '../frame/confirm.js';
import { useToast } from '../frame/toast.js';
import { closeIdentity, exportPerson, readIdentity } from './identity-queries.js';
import type { Identity } from './identity-queries.js';

interface Whose {
  projectId: string;
  recipientId: string;
  code: string;
}

/** What can be done with an identity; each asks why first, and that stays written. */
export function useIdentityActions(
  { projectId, recipientId, code }: Whose,
  setShown: (identity: Identity | null) => void,
) {
  const ask = useConfirm();
  const toast = useToast();
  const changed = useCoursesChanged(projectId);
  /** True when it went through; else the reason of the refusal is shown. */
  const done = async (work: Promise<unknown>): Promise<boolean> => {
    const went = await work.then(
      () => true,
      (error: unknown) => {
        toast({ text: sentenceOf(error), tone: 'bad' });
        return false;
      },
    );
    await changed();
    return went;
  };
  const read = async () => {
    const purpose = await ask({
      title: 'Leggere chi è',
      text: 'La lettura resta nel registro, con il tuo nome e il motivo.',
      action: 'Leggi',
      reasonLabel: 'Perché serve sapere chi è',
    });
    if (purpose) await done(readIdentity(projectId, recipientId, purpose).then(setShown));
  };
  const handOver = async (format: 'pdf' | 'json') => {
    const purpose = await ask({
      title: `Esportare i dati di ${code}`,
      text: 'Tutto ciò che è conservato di questa persona, identità compresa: si consegna a chi lo chiede per sé (GDPR, art. 15). L’esportazione resta nel registro.',
      action: format === 'pdf' ? 'Scarica il PDF' : 'Scarica il JSON',
      reasonLabel: 'Chi l’ha chiesto e quando',
    });
    if (!purpose) return;
    const file = exportPerson(projectId, recipientId, { purpose, format });
    await done(file.then((blob) => save(blob, `persona-${code}.${format}`)));
  };
  const erase = async () => {
    const reason = await ask({
      title: 'Cancellare l’identità',
      text: 'Non torna più. Restano il codice e i conteggi.',
      action: 'Cancella l’identità',
      danger: true,
      reasonLabel: 'Perché si cancella',
    });
    if (!reason) return;
    if (await done(closeIdentity(projectId, recipientId, { how: 'erase', reason }))) setShown(null);
  };
  const release = async (reason: string) => {
    if (await done(closeIdentity(projectId, recipientId, { how: 'release', reason })))
      toast({ text: 'Limitazione tolta: l’identità si può di nuovo leggere.' });
  };
  const restrict = async () => {
    const reason = await ask({
      title: 'Limitare il trattamento',
      text: 'L’identità resta conservata, ma nessuno può leggerla né cambiarla finché la limitazione non è tolta (GDPR, art. 18).',
      action: 'Limita il trattamento',
      reasonLabel: 'Perché si limita',
    });
    if (!reason) return;
    if (!(await done(closeIdentity(projectId, recipientId, { how: 'restrict', reason })))) return;
    setShown(null);
    toast({ text: 'Trattamento limitato.', undo: () => release('Limitata per errore') });
  };
  const askRelease = async () => {
    const reason = await ask({
      title: 'Togliere la limitazione',
      action: 'Togli la limitazione',
      reasonLabel: 'Perché si toglie',
    });
    if (reason) await release(reason);
  };
  return { read, handOver, erase, restrict, release: askRelease };
}

export type IdentityActions = ReturnType<typeof useIdentityActions>;

/** Hands a file to the browser, to be kept where it keeps downloads. */
function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
