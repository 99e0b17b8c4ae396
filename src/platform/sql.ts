/** Adds a value to the parameters of a query and gives its placeholder. */
export type Bind = (value: unknown) => string;

/** What a user types, as a pattern of LIKE: the letters themselves, none of them a wildcard. */
export const withoutWildcards = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** The pattern of LIKE for what holds the text anywhere. */
export const likeOf = (text: string): string => `%${withoutWildcards(text)}%`;
