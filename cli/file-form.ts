import { randomUUID } from 'node:crypto'

/** A form with one file, as it is sent whole. */
export const fileForm = (name: string, bytes: Buffer) => {
  const boundary = randomUUID()
  const quoted = name.replaceAll('"', '%22')
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
