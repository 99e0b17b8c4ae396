import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { sentenceOf } from '../api/problem.js';
import { useWrite } from '../api/useWrite.js';
import { useConfirm } from '../frame/confirm.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint } from '../frame/PageHeader.js';
import { useToast } from '../frame/toast.js';
import { useKey } from '../frame/useKey.js';
import { applyImport, importQuery, undoImport, useImported } from './import-queries.js';
import type { Import } from './import-queries.js';

interface ActionsProps {
  file: Import;
  projectId: string;
}

/** Import all, or only the good rows; undo. Only what the state allows is there. */
export function ImportActions({ file, projectId }: ActionsProps) {
  const { apply, undo, busy } = useActions({ file, projectId });
  const ready = file.state === 'checked' && file.good > 0;
  useKey('s', () => ready && !busy && apply(file.bad > 0));
  if (file.state === 'applied' && file.good > 0) {
    return (
      <Button type="button" color="danger" outline onClick={() => void undo()} disabled={busy}>
        <Icon name="restore" />
        Annulla l’importazione
      </Button>
    );
  }
  if (!ready) return null;
  return (
    <Button type="button" color="primary" onClick={() => apply(file.bad > 0)} disabled={busy}>
      <Icon name="check" />
      {busy
        ? 'Importo…'
        : file.bad > 0
          ? `Importa solo ${plural(file.good, 'riga buona', 'righe buone')}`
          : `Importa ${plural(file.good, 'riga', 'righe')}`}{' '}
      <KeyHint>S</KeyHint>
    </Button>
  );
}

function useActions({ file, projectId }: ActionsProps) {
  const client = useQueryClient();
  const imported = useImported();
  const toast = useToast();
  const ask = useConfirm();
  const show = async (after: Import) => {
    client.setQueryData(importQuery(projectId, file.id).queryKey, after);
    await imported();
    if (after.state === 'applied')
      toast({ text: `${plural(after.good, 'riga importata', 'righe importate')}.` });
    if (after.state === 'undone') toast({ text: 'Importazione annullata.' });
  };
  const tell = (error: unknown) => toast({ text: sentenceOf(error), tone: 'bad' });
  const applying = useWrite((onlyGood: boolean, key) =>
    applyImport(projectId, file.id, onlyGood, key),
  );
  const undoing = useWrite((_: void, key) => undoImport(projectId, file.id, key));
  return {
    busy: applying.isPending || undoing.isPending,
    apply: (onlyGood: boolean) =>
      applying.mutate(onlyGood, { onSuccess: (after) => void show(after), onError: tell }),
    undo: async () => {
      const sure = await ask({
        title: 'Annullare tutta l’importazione?',
        text: `Le righe importate da «${file.fileName}» vengono tolte. Il file si può importare di nuovo.`,
        action: 'Annulla l’importazione',
        danger: true,
      });
      if (sure !== null)
        undoing.mutate(undefined, { onSuccess: (after) => void show(after), onError: tell });
    },
  };
}
