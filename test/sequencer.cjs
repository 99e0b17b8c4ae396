const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest first, so that no worker is left alone with one at the end: programs, browsers, the others. */
const ORDER = [/test\/start\//, /browser/];
const rank = ({ path }) => ORDER.findIndex((one) => one.test(path)) >>> 0;

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
};
