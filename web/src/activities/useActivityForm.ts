import { useAddress } from '../frame/useAddress.js';

/** Opens the form over the page in the place of the sheet: `<project>.<id>` to edit, `copia.<project>.<id>`. */
export function useActivityForm(): (value: string) => void {
  const [, change] = useAddress();
  return (value) =>
    change((params) => {
      params.delete('attivita');
      params.set('registra', value);
    });
}
