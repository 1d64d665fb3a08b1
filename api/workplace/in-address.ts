/** What was asked for as an address bears it; what was not asked for is left out. */
export const inAddress = (asked: object): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
