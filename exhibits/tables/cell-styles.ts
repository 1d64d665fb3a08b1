import { addDays, plainDate } from '../../domain/calendar-date.js'
import type { Tag, xmlPart } from '../inspect/xml-part.js'

/** How the numbers of a workbook are shown, by the number of the style of a cell. */
export type Styles = readonly ('number' | 'date' | 'percent')[]

type Hearing = Parameters<typeof xmlPart>[0]

/** Reads from the part with styles which of them show a number as a day or as a share. */
export const stylesRead = async (read: (hear: Hearing) => Promise<void>): Promise<Styles> => {
  const own = new Map<number, string>()
  const used: number[] = []
  let isOfCells = false
  const opened = ({ name, attributes }: Tag): void => {
    if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    if (name === 'cellXfs') isOfCells = true
    if (name === 'xf' && isOfCells) used.push(Number(attributes['numFmtId'] ?? 0))
  }
  const closed = (name: string): void => {
    if (name === 'cellXfs') isOfCells = false
  }
  await read({ opened, closed })
  return used.map((id) => shownBy(id, own.get(id)))
}

/** Numbers below 164 have a meaning of their own; what programs for China and Japan show as days lies among them. */
const shownBy = (id: number, code: string | undefined): Styles[number] => {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent'
    return isWithin(id, [14, 22]) || isWithin(id, [27, 36]) || isWithin(id, [45, 47]) || isWithin(id, [50, 58])
      ? 'date'
      : 'number'
  }
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[ymd]/i.test(bare)) return 'date'
  return bare.includes('%') ? 'percent' : 'number'
}

const isWithin = (id: number, [least, most]: readonly [number, number]): boolean => id >= least && id <= most

interface Shown {
  readonly style: number
  readonly styles: Styles
  readonly countsFrom1904: boolean
}

/** A number as a person sees it in its cell: a day, a share, or a figure with the digits that were typed. */
export const asShown = (raw: string, { style, styles, countsFrom1904 }: Shown): string => {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  const shown = styles[style] ?? 'number'
  if (shown === 'date') return dayOf(value, countsFrom1904) ?? digits(value)
  return shown === 'percent' ? `${digits(value * 100)}%` : digits(value)
}

/** Fifteen digits are what such a program keeps; more come of its binary fractions. */
const digits = (value: number): string => String(Number(value.toPrecision(15)))

/** Days are counted from the end of 1899, or from 1904; the first count has a 29 February 1900 that never was. */
const dayOf = (value: number, countsFrom1904: boolean): string | undefined => {
  const days = Math.floor(value)
  if (days < 1 || days > 2_958_465) return undefined
  if (countsFrom1904) return days > 2_957_003 ? undefined : addDays(plainDate('1904-01-01'), days)
  return addDays(plainDate('1899-12-30'), days < 61 ? days + 1 : days)
}
