const LONGEST = 60;

/** 'D.I.S.Co.R.S.I. Migranti' → 'discorsi-migranti': dots join, everything else that is not a letter or a digit parts. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  return words.join('-').slice(0, LONGEST).replace(/-$/, '') || 'progetto';
}

/** The first of slug, slug-2, slug-3… that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
