import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'design-react-kit';
import { useWrite } from '../api/useWrite.js';
import { useConfirm } from '../frame/confirm.js';
import { plural } from '../frame/format.js';
import { Icon } from '../frame/Icon.js';
import { KeyHint } from '../frame/PageHeader.js';
import { useKey } from '../frame/useKey.js';
import { useAttempt } from '../frame/useAttempt.js';
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
  const attempt = useAttempt(useImported());
  const ask = useConfirm();
  const show = (after: Import) => {
    client.setQueryData(importQuery(projectId, file.id).queryKey, after);
    return after;
  };
  const applying = useWrite((onlyGood: boolean, key) =>
    applyImport(projectId, file.id, onlyGood, key),
  );
  const undoing = useWrite((_: void, key) => undoImport(projectId, file.id, key));
  return {
    busy: applying.isPending || undoing.isPending,
    apply: (onlyGood: boolean) => void attempt(applying.mutateAsync(onlyGood).then(show), wordsOf),
    undo: async () => {
      const sure = await ask({
        title: 'Annullare tutta l’importazione?',
        text: `Le righe importate da «${file.fileName}» vengono tolte. Il file si può importare di nuovo.`,
        action: 'Annulla l’importazione',
        danger: true,
      });
      if (sure !== null) await attempt(undoing.mutateAsync().then(show), wordsOf);
    },
  };
}

function wordsOf({ state, good }: Import): string | undefined {
  if (state === 'applied') return `${plural(good, 'riga importata', 'righe importate')}.`;
  return state === 'undone' ? 'Importazione annullata.' : undefined;
}
