import type { End } from '../../leads.js'

/** No text both sides can sign. */
export const textFails: End = { end: 'lapsed', code: 'TXT' }

/** Nobody may sign for a side. */
export const mayNotSign: End = { end: 'lapsed', code: 'LEG' }
