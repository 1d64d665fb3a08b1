import type { EvidenceManifest } from './evidence-manifest.js'

type Subject = Pick<EvidenceManifest, 'kind' | 'subject'>

/**
 * Whether a stream belongs to a subject. It follows from kind and id alone: a base is one stream, a programme its own one and every
 * one whose name begins with its id and a hyphen.
 */
export const isStreamOf = (stream: string, { kind, subject }: Subject): boolean =>
  stream === subject || (kind === 'programme' && stream.startsWith(`${subject}-`))

/** Whether an id can be one of that kind: a programme's holds no hyphen, a base's does, and neither anything that parts words. */
export const isSubject = ({ kind, subject }: Subject): boolean =>
  /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(subject) && subject.includes('-') === (kind === 'base')
