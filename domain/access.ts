/** A sign-in, a look at what is confidential, a file that was taken along, a setting that was made (SD9, SD10). */
export const accessKinds = ['signed_in', 'read', 'exported', 'set'] as const
export type AccessKind = (typeof accessKinds)[number]
