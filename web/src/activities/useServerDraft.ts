import { useCallback, useEffect, useRef } from 'react';
import { api, dataOf } from '../api/client.js';
import type { ActivityValues } from './activity-values.js';
import { emptyValues } from './activity-values.js';
import { draftOf, dropDraft, keepDraft } from './last-context.js';

const EVERY = 2000;

/** The draft that the server keeps; what this browser has is as new, or newer. */
export async function keptDraft(userId: string): Promise<ActivityValues | null> {
  const here = draftOf(userId);
  if (here) return here;
  const { draft } = await dataOf(api.GET('/api/v1/me/drafts/activity')).catch(() => ({
    draft: null,
  }));
  return draft ? { ...emptyValues, ...draft } : null;
}

/** Keeps what is typed: in this browser at once, on the server every two seconds and when the form is left. */
export function useServerDraft(userId: string) {
  const waiting = useRef<ActivityValues | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(null);
  const send = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    const body = waiting.current;
    waiting.current = null;
    // A draft that could not be sent is still in this browser, and the next keystroke tries again.
    if (body) void api.PUT('/api/v1/me/drafts/activity', { body }).catch(() => undefined);
  }, []);
  const keep = useCallback(
    (values: ActivityValues) => {
      keepDraft(userId, values);
      waiting.current = values;
      timer.current ??= setTimeout(send, EVERY);
    },
    [userId, send],
  );
  const drop = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
    waiting.current = null;
    dropDraft(userId);
    void api.DELETE('/api/v1/me/drafts/activity').catch(() => undefined);
  }, [userId]);
  useEffect(() => {
    document.addEventListener('focusout', send);
    document.addEventListener('visibilitychange', send);
    return () => {
      document.removeEventListener('focusout', send);
      document.removeEventListener('visibilitychange', send);
      send();
    };
  }, [send]);
  return { keep, drop };
}
