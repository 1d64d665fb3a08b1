/** Tells how far something long has come: `done` of about `total`. */
export type Progress = (what: string, done: { readonly done: number; readonly total: number }) => void
