/** Points by criterion key, each 0–100 % of the criterion given as a share 0–1. */
export type ScoreSheet = Readonly<Record<string, number>>
