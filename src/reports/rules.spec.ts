import { assertMayBeSent, missingTexts, type Texts } from './completeness.js';
import { assertQuarter } from './quarter.js';
import { assertDraft, assertMayBecome } from './report-states.js';

const empty: Texts = {
  synthesis: null,
  strengths: null,
  deviations: null,
  problems: null,
  teamChanges: null,
  networkRoles: null,
};

describe('a quarterly sheet', () => {
  it.each([
    ['2019-01-01', '2019-03-31', true],
    ['2019-10-01', '2019-12-31', true],
    ['2019-10-01', '2019-12-30', false],
    ['2019-02-01', '2019-04-30', false],
    ['2019-01-01', '2019-06-30', false],
  ])('from %s to %s: %s', (from, to, whole) => {
    const check = () => assertQuarter({ from, to });
    if (whole) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code: 'report.quarter' }));
  });
});

describe('the texts of a report', () => {
  it('are missing until somebody writes something', () => {
    expect(missingTexts({ ...empty, synthesis: 'Fatto', problems: '  ' })).toEqual([
      'strengths',
      'deviations',
      'problems',
      'teamChanges',
      'networkRoles',
    ]);
  });

  it('allow the sending once there is a synthesis', () => {
    expect(() => assertMayBeSent({ ...empty, synthesis: 'Fatto' })).not.toThrow();
    expect(() => assertMayBeSent({ ...empty, strengths: 'Rete' })).toThrow(
      expect.objectContaining({ code: 'report.incomplete', status: 422 }),
    );
  });
});

describe('a report', () => {
  it.each([
    ['draft', 'sent', true],
    ['sent', 'superseded', true],
    ['draft', 'superseded', false],
    ['sent', 'sent', false],
    ['superseded', 'sent', false],
  ] as const)('that is %s may become %s: %s', (from, to, allowed) => {
    const step = () => assertMayBecome(from, to);
    if (allowed) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'report.state', status: 409 }));
  });

  it('is edited only while it is a draft', () => {
    expect(() => assertDraft('draft')).not.toThrow();
    expect(() => assertDraft('sent')).toThrow('rettifica');
  });
});
