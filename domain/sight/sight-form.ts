/**
 * In which form somebody sees a thing: whole; without names, so that neither persons nor firms are known by it; masked, that it is
 * there and that more is not for these eyes; or not at all.
 */
export const sightForms = ['none', 'masked', 'unnamed', 'whole'] as const
export type SightForm = (typeof sightForms)[number]
