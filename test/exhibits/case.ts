/** A file, the name it comes under, and what is to be said of it: its media type, or the verdict. */
export type Case = readonly [says: string, name: string, bytes: Buffer, verdict: string]
