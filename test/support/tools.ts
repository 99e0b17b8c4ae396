/** Path of a Chromium that runs here, or null. */
export const chromiumPath = (): string | null => process.env.CHROMIUM_PATH || null;

/** Path of a Redis server, or null. */
export const redisPath = (): string | null => process.env.REDIS_PATH || null;

/** Path of the program that reads the text of a PDF, or null. */
export const pdftotextPath = (): string | null => process.env.PDFTOTEXT_PATH || null;

/** Path of the program that limits what a running one may write, or null. */
export const prlimitPath = (): string | null => process.env.PRLIMIT_PATH || null;

/**
 * `describe` where the tool is there. Where it is missing the tests count as skipped, and `npm test` says why; under
 * CI=true it fails because of it.
 */
export const describeWith = (tool: string | null): jest.Describe =>
  tool === null ? describe.skip : describe;

/** `it` where the tool is there. */
export const itWith = (tool: string | null): jest.It => (tool === null ? it.skip : it);
