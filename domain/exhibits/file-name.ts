/** The most a name may have, in UTF-16 units: no file system takes more than 255 bytes. */
const longest = 200

/** Turns the direction of writing, or shows nothing where something stands. */
const hidden = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u
const path = /[/\\\u2044\u2215\u29f8\uff0f\uff3c]|^\.\.?$|^[A-Za-z]:/
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/**
 * The name of a file as it is kept and shown: in one Unicode form, without blanks around it and without signs some systems
 * cannot show. undefined: the name is not taken. It is never used as a path; where a file lies, its id says.
 */
export const cleanFileName = (given: string): string | undefined => {
  const name = given.normalize('NFC').trim()
  const isBad =
    name === '' ||
    name.length > longest ||
    hidden.test(name) ||
    path.test(name) ||
    reserved.test(name) ||
    loneSurrogate.test(given)
  if (isBad) return undefined
  const cleaned = name
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\p{Z}+/gu, ' ')
    .replace(/[. ]+$/, '')
  return cleaned === '' ? undefined : cleaned
}
