import { useSearchParams } from 'react-router';

/** Opens the form over the page in the place of the sheet: `<project>.<id>` to edit, `copia.<project>.<id>`. */
export function useActivityForm(): (value: string) => void {
  const [, setParams] = useSearchParams();
  return (value) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('attivita');
        after.set('registra', value);
        return after;
      },
      { preventScrollReset: true },
    );
}
