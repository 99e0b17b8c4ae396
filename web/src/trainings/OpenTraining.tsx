import { sentenceOf } from '../api/problem.js';
import { useToast } from '../frame/toast.js';
import { changeTraining, useTrainingsChanged } from './training-queries.js';
import type { Training, Trainings } from './training-queries.js';
import { TrainingPanel } from './TrainingPanel.js';

interface OpenProps {
  projectId: string;
  trainings: Trainings;
  /** 'nuova', or whose; none is open. */
  id: string | null;
  close: () => void;
}

/** The panel of one training, or of a new one; cancelling it can be taken back. */
export function OpenTraining({ projectId, trainings, id, close }: OpenProps) {
  const toast = useToast();
  const changed = useTrainingsChanged(projectId);
  const training = trainings.items.find((one) => one.id === id);
  if (id === null || (!training && id !== 'nuova')) return null;
  const become = async (one: Training, state: Training['state']): Promise<void> => {
    const saved = await changeTraining(one, { state }).catch((error: unknown) => {
      toast({ text: sentenceOf(error), tone: 'bad' });
      return null;
    });
    await changed();
    if (!saved) return;
    close();
    toast(
      state === 'cancelled'
        ? {
            text: 'Formazione annullata: non conta più.',
            undo: () => become(saved, 'held'),
          }
        : { text: 'La formazione conta di nuovo.' },
    );
  };
  return (
    <TrainingPanel
      key={id}
      projectId={projectId}
      {...(training && { training, remove: removal(training, become) })}
      fields={trainings.fields.map(({ field }) => field)}
      close={close}
    />
  );
}

const removal = (
  training: Training,
  become: (training: Training, state: Training['state']) => Promise<void>,
) =>
  training.state === 'held'
    ? { label: 'Annulla la formazione', act: () => void become(training, 'cancelled') }
    : { label: 'Ripristina', act: () => void become(training, 'held') };
