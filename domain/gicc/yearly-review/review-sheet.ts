import type { Criterion } from '../../procedure.js'

/** 6.5: six areas of 10, the challenges 18, governance 12, evidence 10. An area at zero is yellow, below 40 % advice. */
export const reviewSheet: readonly Criterion[] = [
  { key: 'area_consulting', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_investment', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_markets', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_branding', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_cooperation', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'area_talent', weight: 10, minimum: 0.4, code: 'PLN' },
  { key: 'challenges', weight: 18, minimum: 0, code: 'PLN' },
  { key: 'governance', weight: 12, minimum: 0, code: 'GOV' },
  { key: 'evidence', weight: 10, minimum: 0, code: 'DAT' },
]
