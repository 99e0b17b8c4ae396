/** What an office types is read by the same rules here, in what is pasted and in the imports of the server. */
export * from '../../../src/kernel/typed.js';
