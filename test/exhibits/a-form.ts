/** A form with one file, as a browser sends it. */
export const aForm = ({ name, bytes }: { readonly name: string; readonly bytes: Buffer }) => {
  const boundary = 'between-the-parts-0123456789'
  const quoted = name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted}"\r\n`),
      Buffer.from('content-type: application/octet-stream\r\n\r\n'),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
