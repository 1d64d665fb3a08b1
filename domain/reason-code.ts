/** Reason codes of domain.md 8.14; their words are in `words/`. Every negative or exceptional decision takes one. */
export const reasonCodes = [
  'INC',
  'INE',
  'CAP',
  'QUO',
  'INT',
  'DAT',
  'SCA',
  'VCH',
  'COM',
  'GOV',
  'ENV',
  'LAB',
  'FIN',
  'LEG',
  'TXT',
  'LAT',
  'REP',
  'PLN',
  'WDR',
  'FMJ',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
