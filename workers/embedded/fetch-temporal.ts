import process from 'node:process'
import { TestWorkflowEnvironment } from '@temporalio/testing'

/** Run by download-temporal.ts with the folder to fetch into; starting the test server is how the SDK fetches it. */
const downloadDir = process.argv[2]
if (downloadDir === undefined) throw new Error('Name the folder to fetch the Temporal server into.')
const environment = await TestWorkflowEnvironment.createLocal({
  server: { executable: { type: 'cached-download', downloadDir, ttl: '90 days' }, ip: '127.0.0.1' },
})
await environment.teardown()
