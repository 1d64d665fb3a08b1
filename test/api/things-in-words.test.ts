import { exhibitNamed } from '../../api/views/exhibit-view.js'
import { exhibitKinds } from '../../domain/exhibits/kinds.js'
import { expect, test } from '@jest/globals'
import { isThingInWords, thingInChinese } from '../../api/things-in-words.js'
import { readRepository } from '../../tools/read-repository.js'

const named = /notFound\((?:`([^`]*)`|'([^']*)')\)/g

test('whatever is looked for in vain is named in Chinese too', async () => {
  const sources = (await readRepository()).filter(({ file }) => file.startsWith('api/') && file.endsWith('.ts'))
  const things = sources.flatMap(({ text }) =>
    [...text.matchAll(named)].flatMap(([, template, plain]) => template ?? plain ?? []),
  )
  expect(things.length).toBeGreaterThan(25)
  const unnamed = things.map((one) => one.replaceAll(/\$\{[^}]*\}/g, 'x-1')).filter((one) => !isThingInWords(one))
  // What is one of two kinds is written from a variable.
  expect(unnamed.filter((one) => !one.startsWith('x-1 '))).toEqual([])
})

test('the id stays as it was typed, and what is none of these stays whole: the twin', () => {
  expect(thingInChinese('base gasme-C09-yueqing-9')).toBe('基地 gasme-C09-yueqing-9')
  expect(thingInChinese('base b-1 waiting for a session')).toBe('等待排名会议的基地 b-1')
  expect([thingInChinese('unicorn u-1'), isThingInWords('unicorn u-1')]).toEqual(['unicorn u-1', false])
})

test('an exhibit to choose is called by its title, and by its kind once its words are gone', () => {
  const row = { id: '0f8e7d6c-5b4a', kind: 'audit_report', text_id: 't-1' } as const
  const texts = new Map([['t-1', JSON.stringify({ title: { 'zh-CN': '二〇二五年审计报告' } })]])
  const { label } = exhibitKinds.audit_report
  expect(exhibitNamed(row, texts)['zh-CN']).toBe(`二〇二五年审计报告（${label['zh-CN']}，0f8e7d6c）`)
  expect(exhibitNamed(row, texts).en).toBe(`二〇二五年审计报告 (${label.en}, 0f8e7d6c)`)
  expect(exhibitNamed(row, new Map()).en).toBe(`${label.en} (0f8e7d6c)`)
})
