import type { Config } from '../config.js';

/** What a command does: answers the sentence to print. Throws Refused when it cannot or the outcome is bad. */
export type Work = (config: Config, argument: string, more?: string) => Promise<string>;

/** The command did not do what was asked, or found what it looks for; the message says why. */
export class Refused extends Error {}
