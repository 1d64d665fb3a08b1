import type { End } from '../../walk.js'

/** No text both sides can sign. */
export const textFails: End = { end: 'lapsed', code: 'TXT' }
