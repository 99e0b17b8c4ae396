import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from './problem.js';

/**
 * A submit: `work` gets the input and an idempotency key. The key stays the same while the outcome
 * is unknown (no answer, 5xx), so pressing Salva again cannot write twice.
 */
export function useWrite<Input, Output>(work: (input: Input, key: string) => Promise<Output>) {
  const key = useRef<string | null>(null);
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => work(input, (key.current ??= crypto.randomUUID())),
    onSuccess: () => {
      key.current = null;
    },
    onError: (error) => {
      if (isProblem(error) && error.isFinal) key.current = null;
    },
  });
}
