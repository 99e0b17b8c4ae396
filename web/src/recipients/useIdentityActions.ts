import { useCoursesChanged } from '../courses/course-queries.js';
import { useConfirm } from '../frame/confirm.js';
import { useToast } from '../frame/toast.js';
import { saveFile } from '../frame/save-file.js';
import { useAttempt } from '../frame/useAttempt.js';
import { closeIdentity, exportPerson, readIdentity } from './identity-queries.js';
import type { Identity } from './identity-queries.js';

interface Whose {
  projectId: string;
  recipientId: string;
  code: string;
}

const QUESTIONS = {
  read: {
    title: 'Leggere chi è',
    text: 'La lettura resta nel registro, con il tuo nome e il motivo.',
    action: 'Leggi',
    reasonLabel: 'Perché serve sapere chi è',
  },
  erase: {
    title: 'Cancellare l’identità',
    text: 'Non torna più. Restano il codice e i conteggi.',
    action: 'Cancella l’identità',
    danger: true,
    reasonLabel: 'Perché si cancella',
  },
  restrict: {
    title: 'Limitare il trattamento',
    text: 'L’identità resta conservata, ma nessuno può leggerla né cambiarla finché la limitazione non è tolta (GDPR, art. 18).',
    action: 'Limita il trattamento',
    reasonLabel: 'Perché si limita',
  },
  release: {
    title: 'Togliere la limitazione',
    action: 'Togli la limitazione',
    reasonLabel: 'Perché si toglie',
  },
};

const handingOver = (code: string, format: 'pdf' | 'json') => ({
  title: `Esportare i dati di ${code}`,
  text: 'Tutto ciò che è conservato di questa persona, identità compresa: si consegna a chi lo chiede per sé (GDPR, art. 15). L’esportazione resta nel registro.',
  action: format === 'pdf' ? 'Scarica il PDF' : 'Scarica il JSON',
  reasonLabel: 'Chi l’ha chiesto e quando',
});

/** What can be done with an identity; each asks why first, and that stays written. */
export function useIdentityActions(
  { projectId, recipientId, code }: Whose,
  setShown: (identity: Identity | null) => void,
) {
  const toast = useToast();
  const { done, answered } = useAnswered(projectId);
  const close = (how: 'erase' | 'restrict' | 'release') => (reason: string) =>
    closeIdentity(projectId, recipientId, { how, reason });
  /** What was being read leaves the screen before the card says that nobody may read it. */
  const closeUnseen = (how: 'erase' | 'restrict') => (reason: string) =>
    close(how)(reason).then(() => setShown(null));
  const free = () => done(close('release')('Limitata per errore'));
  return {
    read: () =>
      answered(QUESTIONS.read, (purpose) =>
        readIdentity(projectId, recipientId, purpose).then(setShown),
      ),
    handOver: (format: 'pdf' | 'json') =>
      answered(handingOver(code, format), async (purpose) => {
        const file = await exportPerson(projectId, recipientId, { purpose, format });
        saveFile(file, `persona-${code}.${format}`);
      }),
    erase: () => answered(QUESTIONS.erase, closeUnseen('erase')),
    restrict: async () => {
      if (await answered(QUESTIONS.restrict, closeUnseen('restrict')))
        toast({ text: 'Trattamento limitato.', undo: free });
    },
    release: () => answered(QUESTIONS.release, close('release')),
  };
}

/** Does a thing, after asking why; true when it went through, else the refusal is shown. */
function useAnswered(projectId: string) {
  const ask = useConfirm();
  const done = useAttempt(useCoursesChanged(projectId));
  const answered = async (
    question: Parameters<typeof ask>[0],
    work: (reason: string) => Promise<unknown>,
  ): Promise<boolean> => {
    const reason = await ask(question);
    return reason ? done(work(reason)) : false;
  };
  return { done, answered };
}

export type IdentityActions = ReturnType<typeof useIdentityActions>;
