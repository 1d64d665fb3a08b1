import { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import {
  DocumentStoreFault,
  DocumentStoreFull,
  fingerprint,
  intact,
  keyOf,
  type DocumentStore,
} from './document-store.js'
import { defined } from '../domain/values/defined.js'

export interface S3StoreOptions {
  readonly bucket: string
  readonly region: string
  /** Left out for Amazon itself; another S3-compatible server is addressed by path. */
  readonly endpoint?: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * A document store in an S3-compatible bucket, which must exist. Each put carries its SHA-256, which the server
 * verifies, and `If-None-Match: *`, so that a document is never written over.
 */
export const createS3Store = (options: S3StoreOptions): DocumentStore & { readonly close: () => void } => {
  const client = connect(options)
  const named = (sha256: string) => ({ Bucket: options.bucket, Key: keyOf(sha256) })
  const attempt = <T>(work: Promise<T>) => work.catch((error: unknown) => Promise.reject(asFault(error, options)))
  const has = async (sha256: string) =>
    (await attempt(unlessMissing(client.send(new HeadObjectCommand(named(sha256)))))) !== undefined
  return {
    put: async (bytes) => {
      const sha256 = fingerprint(bytes)
      const checksum = Buffer.from(sha256, 'hex').toString('base64')
      const put = { ...named(sha256), Body: bytes, ChecksumSHA256: checksum, IfNoneMatch: '*' }
      await attempt(unlessThere(client.send(new PutObjectCommand(put))))
      return { sha256, size: bytes.byteLength }
    },
    get: async (sha256) => {
      const found = await attempt(unlessMissing(client.send(new GetObjectCommand(named(sha256)))))
      const bytes = await attempt(found?.Body?.transformToByteArray() ?? Promise.resolve(undefined))
      return bytes === undefined ? undefined : intact(bytes, sha256)
    },
    has,
    check: async () => {
      await attempt(client.send(new HeadBucketCommand({ Bucket: options.bucket })))
    },
    // A bucket tells only when it is written to.
    room: async () => undefined,
    close: () => client.destroy(),
  }
}

const connect = ({ region, endpoint, accessKeyId, secretAccessKey }: S3StoreOptions): S3Client =>
  new S3Client({
    region,
    ...defined({ endpoint, forcePathStyle: endpoint === undefined ? undefined : true }),
    credentials: { accessKeyId, secretAccessKey },
    // Older servers do not know the newer default checksums; ours is sent by name.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
  })

/** A document that is there already is the same document: its name is its content. */
const unlessThere = <T>(work: Promise<T>): Promise<T | undefined> => valueWhen(work, [412])

const unlessMissing = <T>(work: Promise<T>): Promise<T | undefined> => valueWhen(work, [404])

const valueWhen = async <T>(work: Promise<T>, statuses: readonly number[]): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    // A missing bucket answers 404 too, and must not pass for a missing document.
    if (statuses.includes(statusOf(error) ?? 0) && nameOf(error) !== 'NoSuchBucket') return undefined
    throw error
  }
}

const statusOf = (error: unknown): number | undefined => {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined
  const metadata = error.$metadata
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined
}

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error && typeof error.name === 'string'
    ? error.name
    : 'unknown'

const asFault = (error: unknown, { bucket, endpoint }: S3StoreOptions): DocumentStoreFault => {
  const place = `bucket ${bucket}${endpoint === undefined ? '' : ` at ${endpoint}`}`
  if (statusOf(error) === 507 || nameOf(error) === 'QuotaExceeded') {
    return new DocumentStoreFull(
      {
        what: `The ${place} is full; the document was not kept.`,
        allowed: 'A document is kept whole or not at all.',
        next: 'Raise the quota or free some space; what waits is then written by itself.',
      },
      { cause: error },
    )
  }
  return new DocumentStoreFault(
    {
      what: `The ${place} cannot be used (${nameOf(error)}${statusOf(error) === undefined ? '' : `, status ${statusOf(error)}`}).`,
      allowed: 'The bucket must exist and the key must be allowed to read and to write in it.',
      next: 'Check address, bucket and key of the document store; what waits is then written by itself.',
    },
    { cause: error },
  )
}
