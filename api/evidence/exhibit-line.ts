import type { exhibitsOf } from '../../db/reads/evidence.js'

type Kept = Awaited<ReturnType<typeof exhibitsOf>>[number]

/** An exhibit as it is shown: what `exhibits.ndjson` says of it. Its words lie in `texts.ndjson`; its file stays sealed. */
export const exhibitLine = (row: Kept): object => ({
  base: row.base,
  exhibit: row.id,
  seq: row.received_seq,
  stage: row.stage_no,
  kind: row.kind,
  readers: row.readers,
  status: row.status,
  classProposed: row.class_proposed,
  class: row.class,
  code: row.code,
  sha256: row.sha256,
  size: row.size,
  media: row.media,
  scan: row.scan,
  pages: row.pages,
  expiresOn: row.expires_on,
  successor: row.superseded_by,
})
