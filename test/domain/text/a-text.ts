import type { TextModel } from '../../../domain/text/model.js'
import type { MemorandumText } from '../../../domain/text/text.js'

const title = (en: string) => ({ en, 'zh-CN': en })

/** A small model with one thing of each kind: nothing of the programme, so that a rule of the kernel stands alone. */
export const smallModel: TextModel = {
  id: 'small',
  version: 1,
  languages: { en: 'western', 'zh-CN': 'chinese' },
  sides: ['A', 'G'],
  title: {
    id: 'title',
    binding: false,
    text: { en: 'Paper of {first.full} and {second.full}', 'zh-CN': '{first.full}与{second.full}文书' },
  },
  recitals: [{ id: 'recitals.1', binding: false, text: { en: 'Wishing well,', 'zh-CN': '本着善意：' } }],
  parts: [{ id: 'I', heading: { en: 'All', 'zh-CN': '全部' } }],
  clauses: [
    {
      id: 'who',
      part: 'I',
      class: 'material',
      heading: { en: 'Who', 'zh-CN': '谁' },
      paragraphs: [
        { id: 'who.1', binding: false, text: { en: '{A.full} takes part.', 'zh-CN': '{A.full}参与。' } },
        {
          id: 'who.cn',
          binding: false,
          when: { riders: ['cn'] },
          text: { en: 'As section {ref:law} says.', 'zh-CN': '依{ref:law}。' },
        },
      ],
    },
    {
      id: 'talks',
      part: 'I',
      class: 'normal',
      heading: { en: 'Talks', 'zh-CN': '磋商' },
      paragraphs: [
        { id: 'talks.1', binding: false, text: { en: 'They talk for {days} days.', 'zh-CN': '双方磋商{days}日。' } },
      ],
    },
    {
      id: 'law',
      part: 'I',
      class: 'material',
      heading: { en: 'Law', 'zh-CN': '法律' },
      variants: [
        { id: 'LAW-A', group: 'law', title: title('binds'), preCleared: false },
        { id: 'LAW-B', group: 'law', title: title('binds nobody'), preCleared: true, softens: true },
      ],
      paragraphs: [
        {
          id: 'law.1',
          binding: true,
          text: { en: 'Both shall keep {days} days, see {own:law.2}.', 'zh-CN': '双方应守{days}日，见{own:law.2}。' },
          soft: { en: 'Both will keep {days} days.', 'zh-CN': '双方将守{days}日。' },
        },
        {
          id: 'law.2',
          binding: false,
          text: {
            en: 'See section {ref:who.1} and annex {ref:annex_1}.',
            'zh-CN': '见{ref:who.1}和附件{ref:annex_1}。',
          },
        },
      ],
    },
  ],
  annexes: [
    {
      id: 'annex_1',
      class: 'material',
      heading: { en: 'Places', 'zh-CN': '范围' },
      paragraphs: [
        {
          id: 'annex_1.a',
          binding: false,
          text: { en: 'Units', 'zh-CN': '单位' },
          table: {
            columns: [{ id: 'name', heading: { en: 'Name', 'zh-CN': '名称' }, width: 1 }],
            rows: 'units',
            none: { en: 'None.', 'zh-CN': '无。' },
          },
        },
      ],
    },
    {
      id: 'annex_5',
      class: 'by_notice',
      heading: { en: 'Contacts', 'zh-CN': '联络' },
      paragraphs: [{ id: 'annex_5.1', binding: false, text: { en: '{phone}', 'zh-CN': '{phone}' } }],
    },
  ],
  closing: [
    { id: 'closing.1', binding: false, text: { en: 'Signed at {sign.place}.', 'zh-CN': '签署于{sign.place}。' } },
  ],
  options: [
    {
      id: 'visits',
      class: 'normal',
      offered: title('always'),
      clause: 'who',
      rewords: [{ language: 'zh-CN', from: '双方', to: '各方' }],
      paragraphs: [{ id: 'visits.1', binding: false, text: { en: 'They visit.', 'zh-CN': '双方互访。' } }],
    },
  ],
  places: [],
  scopes: [
    { id: 'legal', title: title('legal'), whole: true },
    { id: 'money', title: title('money'), pieces: ['law.2', 'annex_1'] },
  ],
  variables: ['A.full', 'G.full', 'days', 'phone', 'sign.place', 'units'].map((name) => ({
    name,
    title: title(name),
    source: title('test'),
    kind: name === 'units' ? 'rows' : 'words',
  })),
  certificate: title('certified'),
}

const value = (of: string) => ({ value: of, source: 'test' })

/** A text of the small model in which every value has a source. */
export const smallText: MemorandumText = {
  model: { id: 'small', version: 1 },
  languages: { authentic: ['en', 'zh-CN'], reading: [], working: 'en' },
  choices: { variants: {}, options: [], riders: [] },
  values: {
    'A.full': { value: { en: 'The League', 'zh-CN': '联盟' }, source: 'test' },
    'G.full': { value: { en: 'The Town', 'zh-CN': '镇' }, source: 'test' },
    days: value('90'),
    phone: value('+1 5'),
    'sign.place': value('Rome'),
    units: { value: { rows: [{ name: { en: 'North', 'zh-CN': '北' } }] }, source: 'test' },
  },
}
