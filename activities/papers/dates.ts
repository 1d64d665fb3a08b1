/** The date a moment falls on in a zone, as `2027-03-31`. */
export const dayOf = (instant: string, zone: string): string => dayAt(new Date(instant), zone)

const dayAt = (moment: Date, zone: string): string => {
  const parts = formatIn(zone)
    .formatToParts(moment)
    .map(({ type, value }) => [type, value] as const)
  const { year = '', month = '', day = '' } = Object.fromEntries(parts)
  return `${year.padStart(4, '0')}-${month}-${day}`
}

/** Making a format takes longer than writing the letter it is for; there are some hundred zones in the world. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}
