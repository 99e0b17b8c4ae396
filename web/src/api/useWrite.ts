import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isProblem } from './problem.js';

/**
 * A submit: `work` gets the input and an idempotency key. The key stays the same while the outcome
 * is unknown (no answer, 5xx), so pressing Salva again cannot write twice. When the row was
 * changed meanwhile (412), or an earlier sending had arrived after all, everything is read again
 * before it is told: what stands now is at hand.
 */
export function useWrite<Input, Output>(work: (input: Input, key: string) => Promise<Output>) {
  const key = useRef<string | null>(null);
  const client = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => work(input, (key.current ??= crypto.randomUUID())),
    onSuccess: () => {
      key.current = null;
    },
    onError: async (error) => {
      if (!isProblem(error)) return;
      if (error.isFinal) key.current = null;
      if (error.status === 412 || error.code === 'idempotency.body')
        await client.invalidateQueries();
    },
  });
}
