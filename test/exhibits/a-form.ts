interface FormOfFile {
  readonly name: string
  readonly bytes: Buffer
  /** The control it was chosen in. */
  readonly control?: string
  /** What stands before the file. */
  readonly fields?: Readonly<Record<string, string>>
}

/** A form with one file, as a browser sends it. */
export const aForm = ({ name, bytes, control = 'file', fields = {} }: FormOfFile) => {
  const boundary = 'between-the-parts-0123456789'
  const quoted = name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22')
  const before = Object.entries(fields).map(
    ([field, text]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`,
  )
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(before.join('')),
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${control}"; filename="${quoted}"\r\n`),
      Buffer.from('content-type: application/octet-stream\r\n\r\n'),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
