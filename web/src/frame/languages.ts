const names = new Intl.DisplayNames('it', { type: 'language' });

/** 'fr' → 'francese'. */
export const languageName = (code: string): string => names.of(code) ?? code;

// ISO 639 codes of the languages that mediation in Italy is asked in; another one is added here.
const CODES =
  'am ar bg bm bn ber bs de el en es fa ff fr ha hi hr hu ig it ka ku ln mk mnk mo my ne nl pa pl prs ps pt ro ru si sk sn so sq sr sw ta ti tl tr tw uk ur vi wo yo zh';

/** Languages as choices, by their Italian names. */
export const LANGUAGES = CODES.split(' ')
  .map((value) => ({ value, label: languageName(value) }))
  .filter(({ value, label }) => label !== value)
  .toSorted((a, b) => a.label.localeCompare(b.label, 'it'));
