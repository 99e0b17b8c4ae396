const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Writes one date into every entry of a zip archive, in place. The maker of the archive notes the moment at which it
 * worked; with the date of the sending instead, the same content gives the same bytes.
 */
export function dateEntries(zip: Buffer, date: Date): Buffer {
  const stamp = dosStamp(date);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('not a zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('zip directory out of step');
    zip.writeUInt32LE(stamp, at + 12);
    zip.writeUInt32LE(stamp, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** Two seconds' precision, in UTC: time in the low half, day in the high one. */
function dosStamp(date: Date): number {
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  return day * 65_536 + time;
}
