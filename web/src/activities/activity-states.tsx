import { StateChip } from '../frame/StateChip.js';
import type { Tone } from '../frame/StateChip.js';
import type { State } from './activity-queries.js';

export const STATES: Record<State, { word: string; icon: string; tone: Tone }> = {
  planned: { word: 'programmata', icon: 'calendar', tone: 'info' },
  done: { word: 'svolta', icon: 'check', tone: 'neutral' },
  confirmed: { word: 'confermata', icon: 'check-circle', tone: 'good' },
  cancelled: { word: 'annullata', icon: 'ban', tone: 'muted' },
};

export const ActivityState = ({ state, title }: { state: State; title?: string }) => (
  <StateChip {...STATES[state]} title={title} />
);
