import type { LocalText } from '../locale.js'

interface MediaEntry {
  /** How the name of such a file ends when it is handed out. */
  readonly suffix: string
  readonly label: LocalText
  /** Under which limit it falls. */
  readonly limit: 'file' | 'video' | 'text'
}

const table = <const K extends string>(rows: Readonly<Record<K, MediaEntry>>) => Object.freeze(rows)

/** What a file may be: found in its bytes, never taken from its name or from what its sender calls it. */
export const exhibitMedia = table({
  'application/pdf': { suffix: 'pdf', limit: 'file', label: { en: 'PDF', 'zh-CN': 'PDF' } },
  'application/ofd': { suffix: 'ofd', limit: 'file', label: { en: 'OFD', 'zh-CN': 'OFD' } },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    suffix: 'docx',
    limit: 'file',
    label: { en: 'Word document (docx)', 'zh-CN': 'Word 文档（docx）' },
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    suffix: 'xlsx',
    limit: 'file',
    label: { en: 'Excel workbook (xlsx)', 'zh-CN': 'Excel 工作簿（xlsx）' },
  },
  'application/x-shapefile+zip': {
    suffix: 'zip',
    limit: 'file',
    label: { en: 'Zipped shapefile', 'zh-CN': '压缩的 Shapefile' },
  },
  'text/csv': { suffix: 'csv', limit: 'file', label: { en: 'CSV table', 'zh-CN': 'CSV 表格' } },
  'application/geo+json': { suffix: 'geojson', limit: 'text', label: { en: 'GeoJSON', 'zh-CN': 'GeoJSON' } },
  'application/vnd.google-earth.kml+xml': { suffix: 'kml', limit: 'text', label: { en: 'KML', 'zh-CN': 'KML' } },
  'image/jpeg': { suffix: 'jpg', limit: 'file', label: { en: 'JPEG picture', 'zh-CN': 'JPEG 图片' } },
  'image/png': { suffix: 'png', limit: 'file', label: { en: 'PNG picture', 'zh-CN': 'PNG 图片' } },
  'image/tiff': { suffix: 'tif', limit: 'file', label: { en: 'TIFF picture', 'zh-CN': 'TIFF 图片' } },
  'video/mp4': { suffix: 'mp4', limit: 'video', label: { en: 'MP4 video', 'zh-CN': 'MP4 视频' } },
})

export type ExhibitMedia = keyof typeof exhibitMedia
/** Whether a media type is one an exhibit may have. */
export const isExhibitMedia = (text: string): text is ExhibitMedia => Object.hasOwn(exhibitMedia, text)

/** How much is taken, in bytes and counts. */
export interface ExhibitLimits {
  readonly file: number
  readonly video: number
  /** Maps that are read whole to see what they are. */
  readonly text: number
  /** All files of one base together. */
  readonly base: number
  /** Of a container: how many parts, how many bytes once unpacked, how many times its own size, how many layers. */
  readonly entries: number
  readonly unpacked: number
  readonly ratio: number
  readonly depth: number
}

const mebibyte = 1024 * 1024

/** The limits where a setting says nothing else. */
export const exhibitLimits: ExhibitLimits = Object.freeze({
  file: 50 * mebibyte,
  video: 200 * mebibyte,
  text: 8 * mebibyte,
  base: 5 * 1024 * mebibyte,
  entries: 2_000,
  unpacked: 300 * mebibyte,
  ratio: 150,
  depth: 1,
})
