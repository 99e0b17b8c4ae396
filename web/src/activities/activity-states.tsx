import { STATE_WORDS } from '../../../src/activities/activity-words.js';
import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { State } from './activity-queries.js';

export const STATES: Record<State, { word: string; icon: string; tone: Tone }> = {
  planned: { word: STATE_WORDS.planned, icon: 'calendar', tone: 'info' },
  done: { word: STATE_WORDS.done, icon: 'check', tone: 'neutral' },
  confirmed: { word: STATE_WORDS.confirmed, icon: 'check-circle', tone: 'good' },
  cancelled: { word: STATE_WORDS.cancelled, icon: 'ban', tone: 'muted' },
};

export const ActivityState = ({ state, title }: { state: State; title?: string }) => (
  <StateChip {...STATES[state]} title={title} />
);
