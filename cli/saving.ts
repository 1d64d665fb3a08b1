import { writeFileSync } from 'node:fs'
import { CliFailure, exits, threePart } from './failure.js'
import { print } from './printing.js'

/**
 * Puts what a verb made into the file that was named, and says so: with `--json` as data. Refuses, as a wrong use of the
 * command, a place that cannot be written.
 */
export const save = (made: string | Uint8Array, { file, json, says }: Saving): void => {
  const content = Buffer.from(made)
  try {
    writeFileSync(file, content)
  } catch {
    throw new CliFailure(
      threePart({
        got: { en: `${file} cannot be written`, 'zh-CN': `无法写入 ${file}` },
        allowed: { en: 'a file in a folder that is there', 'zh-CN': '应为已有文件夹中的文件' },
        todo: { en: 'check its path', 'zh-CN': '请核对路径' },
      }),
      exits.usage,
    )
  }
  print({ file, bytes: content.length }, { json, text: () => `${file}: ${content.length} bytes. ${says}` })
}

interface Saving {
  readonly file: string
  readonly json: boolean | undefined
  /** What it is, or what to do with it, as a sentence. */
  readonly says: string
}
