import type { Said } from './fault.js'
import { NotAZip } from './not-a-zip.js'
import { windowOn } from './source.js'
import type { Source } from './source.js'

/** Where the bytes of a file lie in a zip, and what they give. */
export interface ZipPlace {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly start: number
}

/** What is looked at before anything is unpacked. A deflated file cannot be larger than a thousand times itself; ours are far below. */
export const zipLimits = {
  files: 65_535,
  bytes: 1024 ** 3,
  total: 4 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 1024 ** 2,
} as const

const [endMark, entryMark, localMark] = [0x06054b50, 0x02014b50, 0x04034b50]
const [endLength, entryLength, localLength] = [22, 46, 30]

/** Reads the one directory of a zip. Throws NotAZip, with the first thing that is not as it has to be. */
export function readDirectory(zip: Source): ReadonlyMap<string, ZipPlace> {
  const { table, count, from } = readEnd(zip)
  const places = new Map<string, ZipPlace>()
  const look = windowOn(zip)
  let [at, next, total] = [0, 0, 0]
  for (let left = count; left > 0; left -= 1) {
    const entry = readEntry(table, at)
    if (places.has(entry.name)) throw new NotAZip(words.twice(entry.name))
    if (entry.offset !== next) throw new NotAZip(words.gap(entry.name))
    total += entry.size
    if (total > zipLimits.total) throw new NotAZip(words.tooMuch)
    const said = table.subarray(at, at + entryLength + entry.nameLength)
    const start = startOf(look, { entry, said, directory: from })
    places.set(entry.name, { ...entry, start })
    next = start + entry.packed
    at += said.length
  }
  if (at !== table.length || next !== from) throw new NotAZip(words.two)
  return places
}

/** The directory, how many files it names, and where it lies: by the end, which is the last of the zip. */
function readEnd(zip: Source): { readonly table: Buffer; readonly count: number; readonly from: number } {
  const look = windowOn(zip)
  const at = zip.length - endLength
  const end = Buffer.from(look(Math.max(at, 0), endLength))
  if (at < 0 || end.readUInt32LE(0) !== endMark) throw new NotAZip(withoutEnd(zip))
  const [count, length, from] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)]
  // One disk, no comment, and the directory right before its end.
  const isOne = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count && end.readUInt16LE(20) === 0
  if (!isOne || from + length !== at) throw new NotAZip(words.two)
  // A name has at most so many bytes, and nothing else in an entry varies.
  if (length > count * (entryLength + longestName)) throw new NotAZip(words.directory)
  return { table: Buffer.from(look(from, length)), count, from }
}

const longestName = 0xffff

type Entry = Omit<ZipPlace, 'start'> & { readonly name: string; readonly nameLength: number; readonly offset: number }

function readEntry(zip: Buffer, at: number): Entry {
  if (at + entryLength > zip.length || zip.readUInt32LE(at) !== entryMark) throw new NotAZip(words.directory)
  const [flags, method, nameLength] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 28)]
  if (at + entryLength + nameLength > zip.length) throw new NotAZip(words.directory)
  const name = zip.toString('utf8', at + entryLength, at + entryLength + nameLength)
  const [crc, packed, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)]
  if (Buffer.byteLength(name) !== nameLength || !safeName.test(name)) throw new NotAZip(words.name(name))
  if ((flags & 1) === 1) throw new NotAZip(words.encrypted(name))
  // Bit 11 says that the name is UTF-8; extra fields, comments and attributes are none of ours.
  const rest = zip.readUInt32LE(at + 30) + zip.readUInt32LE(at + 34) + zip.readUInt32LE(at + 38)
  if (flags !== 0x800 || rest !== 0 || (method !== 0 && method !== 8)) throw new NotAZip(words.otherwise(name))
  if (method === 0 && packed !== size) throw new NotAZip(words.otherwise(name))
  const isBomb = size > zipLimits.ratioFrom && size > packed * zipLimits.ratio
  if (size > zipLimits.bytes || isBomb) throw new NotAZip(words.large(name))
  return { name, nameLength, method, crc, packed, size, offset: zip.readUInt32LE(at + 42) }
}

/** Words of letters, digits and a few signs, parted by slashes: nothing that leads out of a folder. */
const safeName = /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*(\/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)*$/

interface Located {
  readonly entry: Entry
  /** The bytes of its entry in the directory. */
  readonly said: Buffer
  readonly directory: number
}

/** Where the bytes begin: behind a head that says the same as the directory. */
function startOf(look: ReturnType<typeof windowOn>, { entry, said, directory }: Located): number {
  const { offset, name, nameLength, packed } = entry
  const start = offset + localLength + nameLength
  const head = look(offset, localLength + nameLength)
  const isHead = start + packed <= directory && head.readUInt32LE(0) === localMark
  const isSame =
    isHead &&
    head.subarray(4, 28).equals(said.subarray(6, 30)) &&
    head.readUInt16LE(28) === 0 &&
    head.subarray(localLength).equals(said.subarray(entryLength))
  if (!isSame) throw new NotAZip(words.head(name))
  return start
}

/** Why a zip has no end where it has to be. */
const withoutEnd = (zip: Source): Said => {
  if (endIn(zip)) return words.behind
  const begins = Buffer.from(windowOn(zip)(0, 4))
  return begins.length === 4 && begins.readUInt32LE(0) === localMark ? words.noEnd : words.noBeginning
}

const endIn = (zip: Source): boolean => {
  const look = windowOn(zip)
  for (let at = 0; at < zip.length; at += step) if (look(at, step + 3).includes('504b0506', 0, 'hex')) return true
  return false
}
const step = 1024 * 1024

const say = (en: string, chinese: string): Said => ({ en, 'zh-CN': chinese })
const words = {
  noEnd: say('no end of a zip is found: it was cut short on its way', '未找到 zip 的结尾：传输中被截断'),
  noBeginning: say(
    'no end of a zip is found, and it does not begin as one: it is another file, or was saved as text',
    '未找到 zip 的结尾，其开头也不是 zip：系其他文件，或被另存为文本',
  ),
  behind: say('something stands behind its end', '其结尾之后还有内容'),
  two: say(
    'it is not one row of files and one directory: something stands before, between or behind them, or a second directory',
    '它不是一列文件加一个目录：其前后或中间另有内容，或有第二个目录',
  ),
  directory: say('its directory is damaged', '其目录已损坏'),
  tooMuch: say('its files are larger together than any evidence file', '其文件总量超过证据文件的上限'),
  twice: (name: string) => say(`it holds ${name} twice`, `其中 ${name} 出现两次`),
  gap: (name: string) => say(`${name} does not begin where the file before it ends`, `${name} 未紧接前一个文件`),
  name: (name: string) =>
    say(
      `${JSON.stringify(name)} is no name of a file in it, and was put in by whoever packed it again`,
      `${JSON.stringify(name)} 不是有效文件名，系重新打包时混入`,
    ),
  encrypted: (name: string) => say(`${name} is encrypted`, `${name} 已加密`),
  otherwise: (name: string) =>
    say(
      `${name} is packed in another way than ours, as when a file is unpacked and packed again`,
      `${name} 的打包方式不同，如解开后重新打包时`,
    ),
  large: (name: string) => say(`${name} would be too large, or too large for what is packed`, `${name} 解开后过大`),
  head: (name: string) =>
    say(`${name} is called something else in its head than in the directory`, `${name} 的文件头与目录不一致`),
}
