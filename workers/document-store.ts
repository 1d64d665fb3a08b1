import type { WorkerConfig } from '../config/processes.js'
import type { DocumentStore } from '../documents/document-store.js'
import { createFolderStore } from '../documents/folder-store.js'
import { defined } from '../domain/values/defined.js'

type StoreSettings = Pick<
  WorkerConfig,
  'DOCUMENT_STORE' | 'S3_ENDPOINT' | 'S3_REGION' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'
>

/** The store the settings name. The settings have been checked: a bucket comes with its address and key. */
export const documentStore = async (
  settings: StoreSettings,
): Promise<{ readonly store: DocumentStore; readonly close: () => void }> => {
  const place = settings.DOCUMENT_STORE
  if (place.kind === 'folder') return { store: createFolderStore({ folder: place.path }), close: () => undefined }
  // Only where it is wanted: a worker that was killed is back sooner by what the client of a bucket takes to load.
  const { createS3Store } = await import('../documents/s3-store.js')
  const store = createS3Store({
    bucket: place.bucket,
    region: settings.S3_REGION,
    accessKeyId: settings.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? '',
    ...defined({ endpoint: settings.S3_ENDPOINT }),
  })
  return { store, close: store.close }
}
