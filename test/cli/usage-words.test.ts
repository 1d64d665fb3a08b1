import { expect, test } from '@jest/globals'
import { CommanderError } from 'commander'
import { cornerstone } from '../../cli/program.js'
import { usageInWords } from '../../cli/usage-words.js'

/** What commander says of a command line that is used wrongly. */
const said = async (...argv: readonly string[]): Promise<string> => {
  try {
    await cornerstone().parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return error.message
    throw error
  }
  throw new Error(`${argv.join(' ')} is no wrong use`)
}

const wrong: readonly (readonly [argv: readonly string[], chinese: string])[] = [
  [['basess'], '没有命令“basess”，是否指“bases”；'],
  [['bases', '--frob'], '没有选项“--frob”'],
  [['history'], '缺少参数“base”；'],
  [['bases', '--stage'], '选项“--stage <stage>”缺少取值；'],
  [['bases', '--stage', 'nowhere'], '选项“--stage <stage>”的取值“nowhere”无效：可选为 nomination'],
  [['doctor', 'a', 'b'], '“doctor”参数过多：应为0个，实为2个；'],
  [['as-of', 'gasme-C09-yueqing-1', 'now'], '参数“moment”的取值“now”无效：所填为 now，应为日期（例如 2027-03-01）'],
  [['history', 'x', '--pdf', 'a', '--csv', 'b'], '选项“--pdf <file>”与“--csv <file>”不能同时使用；'],
]

test.each(wrong)('a wrong use is told in Chinese whole: %j', async (argv, chinese) => {
  const told = usageInWords(await said(...argv), 'zh-CN')
  expect(told).toContain(chinese)
  expect(told).toMatch(/；请查看 `npm run -s cornerstone -- help` 或者 `npm run -s cornerstone -- help <verb>`$/)
  expect(told).not.toMatch(/error|argument|unknown|missing|invalid|allowed/i)
})

test('in English it stands as before: the twin', async () => {
  const told = usageInWords(await said('basess'), 'en')
  expect(told).toMatch(/^unknown command 'basess'/)
  expect(told).toMatch(/; see `npm run -s cornerstone -- help` or `npm run -s cornerstone -- help <verb>`$/)
})
