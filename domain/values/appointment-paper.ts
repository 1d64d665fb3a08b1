/** The paper by which somebody was appointed: the fingerprint of its file, or the number and date it bears. */
export type AppointmentPaper = { readonly sha256: string } | { readonly number: string; readonly date: string }
