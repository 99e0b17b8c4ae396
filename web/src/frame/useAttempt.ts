import { sentenceOf } from '../api/problem.js';
import { useToast } from './toast.js';
import type { Message } from './toast.js';

type Said = string | Message;

/**
 * Does a thing, reads again what it may have changed (done or refused), and says what became of it, a refusal in the
 * server's words: `if (await attempt(cancelExpense(expense), 'Spesa annullata.')) close()`. True when it is done.
 */
export function useAttempt(changed?: () => Promise<unknown>) {
  const toast = useToast();
  const say = (said: Said | undefined) =>
    said && toast(typeof said === 'string' ? { text: said } : said);
  return async <Done>(work: Promise<Done>, said?: Said | ((done: Done) => Said | undefined)) => {
    try {
      const done = await work;
      await changed?.();
      say(typeof said === 'function' ? said(done) : said);
      return true;
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' });
      await changed?.();
      return false;
    }
  };
}
