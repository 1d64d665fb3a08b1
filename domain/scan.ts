/** What a scan may be (R16). */
export const scanMedia = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type ScanMedia = (typeof scanMedia)[number]

/** How the name of such a file ends. */
export const scanSuffixes: Readonly<Record<ScanMedia, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** The first bytes of each, by which a file says itself what it is, whatever it is called. */
const begins: Readonly<Record<ScanMedia, readonly number[]>> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}

/** What some bytes are, or undefined where they are no scan. */
export const scanMediaOf = (bytes: Uint8Array): ScanMedia | undefined =>
  scanMedia.find((media) => begins[media].every((byte, at) => bytes[at] === byte))

/** Whether a file that was looked into is of a kind a scan may be. */
export const isScanMedia = (media: string): media is ScanMedia => scanMedia.some((one) => one === media)
