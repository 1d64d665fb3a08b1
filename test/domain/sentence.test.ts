import { expect, test } from '@jest/globals'
import { sentence, withoutStop } from '../../domain/words/sentence.js'

test('words put together end with one full stop of their language, whatever their last part ended with', () => {
  const ended = [
    [sentence('文件为空。', 'zh-CN'), '文件为空。'],
    [sentence('允许：xlsx 或 csv', 'zh-CN'), '允许：xlsx 或 csv。'],
    [sentence('Got: The file is empty.', 'en'), 'Got: The file is empty.'],
    [sentence('choose the file again', 'en'), 'Choose the file again.'],
    [sentence('is it so?', 'en'), 'Is it so?'],
  ]
  expect(ended.map(([got]) => got)).toEqual(ended.map(([, wanted]) => wanted))
  expect(`${withoutStop('应为文本。')}；${withoutStop('未填写')}`).toBe('应为文本；未填写')
})

test('parts put together as they are would have two stops', () => {
  expect(`${'文件为空。'}。`).toContain('。。')
})
