import type { EventOf } from '../event.js'
import { offices } from '../role.js'
import { letter, type Sent } from './letter.js'

/** Letters about what was brought to prove a fact: to whoever brought it, and to compliance where it may not be genuine (8.6). */
export const exhibitLetters = {
  exhibit_returned: letter({
    facts: ['exhibit'],
    on: { exhibit_returned: ({ broughtBy, ...event }) => ({ roles: [], people: [broughtBy], facts: told(event) }) },
    words: {
      en: {
        subject: 'what you brought as proof was sent back',
        opening:
          'A file you brought as proof for the base named below was sent back. It counts for nothing from now on; the record keeps that it came, and its hash.',
        closing:
          'What the officer wrote stands with the exhibit. While you act on a step of the base you may bring another version, which takes the place of this one.',
      },
      'zh-CN': {
        subject: '您提交的佐证材料已退回',
        opening: '您为下列基地提交的一份佐证材料已被退回，自即日起不再作数；接收记录及文件校验码均予保留。',
        closing: '经办人员的说明见该佐证材料。您在办理该基地步骤期间，可提交新版本替换本份材料。',
      },
    },
  }),
  exhibit_doubted: letter({
    facts: ['exhibit'],
    on: { exhibit_returned: (event) => doubted(event) },
    words: {
      en: {
        subject: 'an exhibit may not be genuine',
        opening:
          'A file that was brought as proof for the base named below was sent back because whoever received it doubts that it is genuine.',
        closing:
          'Read it and what the officer wrote, and decide whether an integrity matter is to be raised. Whoever brought it was told that it was sent back, and for which reason.',
      },
      'zh-CN': {
        subject: '一份佐证材料真实性存疑',
        opening: '下列基地的一份佐证材料因接收人员对其真实性存疑而被退回。',
        closing: '请查阅该材料及经办人员的说明，并决定是否启动诚信事项。提交人已获知退回及其理由。',
      },
    },
  }),
}

const told = ({
  exhibit: id,
  code,
}: Pick<EventOf<'exhibit_returned'>, 'exhibit' | 'code'>): Sent<'exhibit'>['facts'] => ({ exhibit: { id, code } })

/** Compliance hears of what may be forged, whoever found it; not where its own officer did. */
const doubted = ({ by, ...event }: EventOf<'exhibit_returned'>): Sent<'exhibit'> | undefined =>
  event.code === 'doubtful' && !offices.receivesConfidential.includes(by.role)
    ? { roles: offices.receivesConfidential, facts: told(event) }
    : undefined
