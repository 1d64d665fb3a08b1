import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { applyModel } from '../../../domain/text/apply-model.js'
import { applied, differenceOf, inMarks } from '../../../domain/text/difference.js'
import { redlineLines } from '../../../domain/text/redline.js'
import { textDifference } from '../../../domain/text/text-difference.js'
import { tokensOf } from '../../../domain/text/tokens.js'
import { memorandumModel } from '../../../domain/gicc/memorandum/model/memorandum-model.js'
import { smallModel, smallText } from './a-text.js'

const marked = (before: string, after: string) => inMarks(differenceOf({ before, after }).runs)

const wordings = memorandumModel.clauses.flatMap(({ paragraphs }) =>
  paragraphs.flatMap(({ text }) => Object.values(text)),
)
const stretch = fc.constantFrom(
  '',
  ' and',
  '，',
  '不',
  '90日',
  ' within 30 days',
  '第十四条第（二）款',
  '《章程》',
  '愿',
  '\n',
  '𠮷',
)

/** A wording of the model and what up to six random cuts and insertions made of it. */
const edited = fc
  .tuple(
    fc.constantFrom(...wordings),
    fc.array(fc.tuple(fc.nat(400), fc.nat(30), stretch), { minLength: 1, maxLength: 6 }),
  )
  .map(([before, cuts]) => ({
    before,
    after: cuts.reduce((text, [at, length, put]) => {
      const from = at % (text.length + 1)
      return text.slice(0, from) + put + text.slice(from + length)
    }, before),
  }))

test('the difference applied to the old wording gives the new one, for 200 random edits', () => {
  fc.assert(
    fc.property(edited, ({ before, after }) => {
      expect(applied(before, differenceOf({ before, after }))).toBe(after)
    }),
    { seed: 20270301, numRuns: 200 },
  )
})

test('no run ends within a number, a date, a title or a reference of either wording', () => {
  const places = (tokens: readonly string[]) =>
    tokens.reduce<readonly number[]>((ends, token) => [...ends, (ends.at(-1) ?? 0) + token.length], [0])
  fc.assert(
    fc.property(edited, ({ before, after }) => {
      const { runs } = differenceOf({ before, after })
      for (const [wording, other] of [
        [before, 'put_in'],
        [after, 'taken_out'],
      ] as const) {
        const own = runs.filter(({ how }) => how !== other).map(({ text }) => text)
        expect(places(tokensOf(wording))).toEqual(expect.arrayContaining([...places(own)]))
      }
    }),
    { seed: 20270302, numRuns: 100 },
  )
})

test('the difference of one wording is not applied to another', () => {
  expect(() => applied('They rest.', differenceOf({ before: 'They talk.', after: 'They walk.' }))).toThrow(RangeError)
})

test('English is compared by words, Chinese by the words of the list; numbers with their unit, dates and references stay whole', () => {
  expect(marked('They will answer within 10 working days.', 'They will answer within 20 working days.')).toBe(
    'They will answer within [-10 working days-]{+20 working days+}.',
  )
  expect(marked('Signed on 3 March 2027 at Keqiao.', 'Signed on 13 March 2027 at Keqiao.')).toBe(
    'Signed on [-3 March 2027-]{+13 March 2027+} at Keqiao.',
  )
  expect(marked('联盟将在10个工作日内答复来函。', '联盟将在20个工作日内答复来函。')).toBe(
    '联盟将在[-10个工作日-]{+20个工作日+}内答复来函。',
  )
  expect(marked('依第十四条第（二）款办理，双方各执一份。', '依第十四条第（三）款办理，双方各执一份。')).toBe(
    '依[-第十四条第（二）款-]{+第十四条第（三）款+}办理，双方各执一份。',
  )
  expect(marked('经理事会审议通过后由联盟公布。', '经委员会审议通过后由联盟公布。')).toBe(
    '经[-理事会-]{+委员会+}审议通过后由联盟公布。',
  )
  expect(tokensOf('见《基地章程》。')).toContain('《基地章程》')
  expect(tokensOf('Keqiao District pays.', ['Keqiao District'])[0]).toBe('Keqiao District')
})

test('two changes that only one character or a mark parts are one; a word between them keeps them two', () => {
  expect(marked('由政府和企业共同承担全部费用及开支', '由联盟和会员共同承担全部费用及开支')).toBe(
    '由[-政府和企业-]{+联盟和会员+}共同承担全部费用及开支',
  )
  expect(marked('They keep one good plan for years.', 'They hold one fair plan for years.')).toBe(
    'They [-keep-]{+hold+} one [-good-]{+fair+} plan for years.',
  )
  expect(marked('They keep, good plan for many years.', 'They hold, fair plan for many years.')).toBe(
    'They [-keep, good-]{+hold, fair+} plan for many years.',
  )
})

test('what differs by more than 60 per cent is replaced whole; white space and width alone is called form only', () => {
  const whole = differenceOf({ before: '双方各自承担费用。', after: '首年资金由联盟拨付。' })
  expect(whole).toMatchObject({ whole: true, runs: [{ how: 'taken_out' }, { how: 'put_in' }] })
  expect(differenceOf({ before: '一份（正本）', after: '一份(正本) ' }).formOnly).toBe(true)
  expect(differenceOf({ before: 'no table', after: 'notable' }).formOnly).toBe(false)
})

test('a text differs by its pieces: what was added, left out, changed, and where a section was before', () => {
  const after = { ...smallText, choices: { ...smallText.choices, riders: ['cn'] } }
  const [difference, ...more] = textDifference({
    before: applyModel(smallModel, smallText),
    after: applyModel(smallModel, after),
  })
  expect(more).toEqual([])
  expect(difference).toMatchObject({
    piece: 'who',
    fate: 'changed',
    number: 1,
    paragraphs: [{ paragraph: 'who.cn', fate: 'added', number: 2 }],
  })
  const without = { ...smallModel, clauses: smallModel.clauses.slice(1) }
  const left = textDifference({ before: applyModel(smallModel, smallText), after: applyModel(without, smallText) })
  expect(left.map(({ piece, fate }) => `${piece} ${fate}`)).toEqual(['who left_out'])
})

test('a redline reads in either language without colours, each section by its name', () => {
  const after = {
    ...smallText,
    choices: { ...smallText.choices, riders: ['cn'] },
    values: { ...smallText.values, days: { value: '91', source: 'test' } },
  }
  const [old, now] = [applyModel(smallModel, smallText), applyModel(smallModel, after)]
  const pieces = textDifference({ before: old, after: now })
  expect(redlineLines(pieces, { text: now, language: 'en' })).toEqual([
    'Section 1 Who',
    '(2) {+As section 3 says.+}',
    'Section 2 Talks',
    'They talk for [-90 days-]{+91 days+}.',
    'Section 3 Law',
    '(1) Both shall keep [-90 days-]{+91 days+}, see (2).',
  ])
  expect(redlineLines(pieces, { text: now, language: 'zh-CN' })).toContain('双方磋商[-90日-]{+91日+}。')
  const first = { ...smallModel, clauses: [...smallModel.clauses].reverse() }
  const moved = redlineLines(textDifference({ before: old, after: applyModel(first, after) }), {
    text: now,
    language: 'en',
  })
  expect(moved).toContain('Section 3 Who (was Section 1)')
})
