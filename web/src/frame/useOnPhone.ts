import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(width < 48rem)');

const listen = (changed: () => void) => {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
};

/** Whether the window is as narrow as a phone's; follows it when it is turned or resized. */
export const useOnPhone = (): boolean => useSyncExternalStore(listen, () => narrow.matches);
