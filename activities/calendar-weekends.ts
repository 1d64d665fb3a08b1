/**
 * ISO weekdays on which a country's offices rest: Saturday and Sunday, save where the Unicode CLDR week data say otherwise.
 * India and Uganda, which CLDR gives Sunday alone, stay with Saturday and Sunday, as their central government offices do.
 */
export const restDaysOf = (country: string): readonly number[] => others[country] ?? [6, 7]

const fridayAndSaturday = ['BH', 'DZ', 'EG', 'IL', 'IQ', 'JO', 'KW', 'LY', 'OM', 'QA', 'SA', 'SD', 'SY', 'YE']

const others: Readonly<Record<string, readonly number[]>> = {
  AF: [4, 5],
  IR: [5],
  ...Object.fromEntries(fridayAndSaturday.map((country) => [country, [5, 6]])),
}
