/** In which form somebody sees a thing: whole; masked, that it is there and that more is not for these eyes; or not at all. */
export const sightForms = ['none', 'masked', 'whole'] as const
export type SightForm = (typeof sightForms)[number]
