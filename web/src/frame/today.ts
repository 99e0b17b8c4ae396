import { useMe } from '../api/session.js';

/** The day it is for the program, 'YYYY-MM-DD': the demonstration lives on its own calendar. */
export const useToday = (): string => useMe().today;
