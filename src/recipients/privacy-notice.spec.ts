import { assertNotice, isMinor, type Age } from './privacy-notice.js';

const TODAY = '2019-11-20';
const born = (birthYear: number): Age => ({ birthYear, ageBand: null });

describe('the privacy notice', () => {
  it.each([
    [born(2002), true],
    [born(2001), false],
    [{ birthYear: null, ageBand: 'under_18' } as const, true],
    [{ birthYear: null, ageBand: null }, false],
  ])('knows who is a minor: %j, %s', (age, minor) => {
    expect(isMinor(age, TODAY)).toBe(minor);
  });

  it.each([
    ['to an adult', '2019-10-01', 'person', born(1980)],
    ['to the guardian of a minor', '2019-10-01', 'guardian', born(2010)],
    ['not yet', null, null, born(2010)],
  ] as const)('given %s is right', (_, noticeOn, noticeTo, age) => {
    expect(() => assertNotice({ noticeOn, noticeTo }, age, TODAY)).not.toThrow();
  });

  it.each([
    ['to a minor', '2019-10-01', 'person', born(2010)],
    ['without saying to whom', '2019-10-01', null, born(1980)],
    ['without a day', null, 'guardian', born(2010)],
    ['tomorrow', '2019-11-21', 'person', born(1980)],
  ] as const)('given %s is refused', (_, noticeOn, noticeTo, age) => {
    expect(() => assertNotice({ noticeOn, noticeTo }, age, TODAY)).toThrow(
      expect.objectContaining({ code: 'recipient.notice' }),
    );
  });
});
