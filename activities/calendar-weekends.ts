/**
 * ISO weekdays on which a country's offices rest: Saturday and Sunday, save where the Unicode CLDR week data say Friday
 * and Saturday. India and Uganda, which CLDR gives Sunday alone, stay with Saturday and Sunday, as their central
 * government offices do.
 */
export const restDaysOf = (country: string): readonly number[] => (fridayAndSaturday.has(country) ? [5, 6] : [6, 7])

const fridayAndSaturday: ReadonlySet<string> = new Set(['BH', 'DZ', 'EG', 'IL', 'LY', 'SA', 'SD'])
