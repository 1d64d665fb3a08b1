/** The test file every virus scanner must find; in two pieces, so that no scanner finds it here. */
export const eicar = Buffer.from(
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR` + '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*',
  'latin1',
)

/** Looks for some bytes in what comes piece by piece, also across two pieces. */
export const finder = (needle: Buffer): ((piece: Uint8Array) => boolean) => {
  let before: Buffer = Buffer.alloc(0)
  return (piece) => {
    const both = Buffer.concat([before, piece])
    before = both.subarray(Math.max(0, both.byteLength - needle.byteLength + 1))
    return both.includes(needle)
  }
}

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex

/** The first bytes of a zip container. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, '504b0304')
/** The first bytes of the containers old office programs and encrypted new ones use. */
export const isCompoundFile = (head: Uint8Array): boolean => startsWith(head, 'd0cf11e0a1b11ae1')
/** The first bytes of programs: Windows, Linux, macOS, Java, WebAssembly, a shortcut, a script. */
export const isProgram = (head: Uint8Array): boolean => programs.some((hex) => startsWith(head, hex))
/** The first bytes of other containers than zip. */
export const isArchive = (head: Uint8Array): boolean => archives.some((hex) => startsWith(head, hex))

const programs = [
  '4d5a',
  '7f454c46',
  'feedface',
  'feedfacf',
  'cefaedfe',
  'cffaedfe',
  'cafebabe',
  '0061736d',
  '4c0000000114',
  '2321',
]
const archives = [
  '377abcaf271c',
  '526172211a07',
  '1f8b',
  '425a68',
  'fd377a585a00',
  '28b52ffd',
  '4d534346',
  '504b0506',
  '504b0708',
]
