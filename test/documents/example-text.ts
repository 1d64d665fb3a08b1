import { languageNames, textSettings } from '../../domain/gicc/memorandum/model/defaults.js'
import { memorandumModel } from '../../domain/gicc/memorandum/model/memorandum-model.js'
import type { MemorandumText, SourcedValue, TextValue } from '../../domain/text/text.js'

const both = (en: string, chinese: string): SourcedValue => ({ value: { en, 'zh-CN': chinese }, source: 'invented' })
const plain = (value: TextValue): SourcedValue => ({ value, source: 'invented' })

/** A memorandum with a Chinese city in which every value is given, invented for tests. */
export const exampleText: MemorandumText = {
  model: { id: memorandumModel.id, version: memorandumModel.version },
  languages: { authentic: ['en', 'zh-CN'], reading: [], working: 'en' },
  choices: { variants: {}, options: [], riders: ['cn'] },
  values: {
    ...textSettings,
    'A.full': both('Global Alliance of SMEs', '全球中小企业联盟'),
    'A.called': both('the Alliance', '联盟'),
    'A.legalForm': both('an association', '社团法人'),
    'A.jurisdiction': both('Exampleland', '示例国'),
    'A.regNo': plain('000000'),
    'A.seat': both('1 Example Street, Exampleton', '示例城示例街1号'),
    'G.full': both('Yueqing Municipal People’s Government, Wenzhou, Zhejiang Province', '浙江省温州市乐清市人民政府'),
    'G.called': both('the Government', '市政府'),
    G: both('the Government', '市政府'),
    'G.level': both('county-level', '县级'),
    'G.territory': both('Yueqing', '乐清市'),
    'G.seat': both('Yueqing', '乐清市'),
    'cluster.name': both('the low-voltage electrical cluster of Yueqing', '乐清低压电器'),
    'cluster.industry': both('low-voltage electrical appliances', '低压电器'),
    'base.name': both('Yueqing Electrical', '乐清·电气'),
    'place.country': both('China', '中国'),
    'place.area': plain('1,287'),
    'place.units': plain({
      rows: [
        { unit: { en: 'Liushi Town', 'zh-CN': '柳市镇' }, area: '92', share: '61%' },
        { unit: { en: 'Beibaixiang Town', 'zh-CN': '北白象镇' }, area: '77', share: '22%' },
      ],
    }),
    'clo.name': both('The Electrical Association of Yueqing', '乐清市电气行业协会'),
    'slot.no': plain('3'),
    'slot.total': plain('10'),
    'resolution.no': plain('BD-2027-04'),
    'resolution.date': both('1 March 2027', '2027年3月1日'),
    conditions: plain({
      rows: [
        {
          no: '1',
          condition: { en: 'An office of the Base is open.', 'zh-CN': '基地办公场所启用。' },
          due: { en: 'before the launch', 'zh-CN': '启动前' },
          proof: { en: 'lease', 'zh-CN': '租赁合同' },
          owner: { en: 'Government', 'zh-CN': '市政府' },
        },
      ],
    }),
    'term.years': plain('3'),
    'renewal.years': plain('3'),
    'launch.days': plain('180'),
    'talks.days': plain('180'),
    'rules.version': both('25 November 2026', '2026年11月25日'),
    'lang.list': both('English and Chinese', '英文和中文'),
    'lang.all': both('all', '两种'),
    'lang.local': plain(languageNames['zh-CN'] ?? ''),
    'plan.first': plain({
      rows: [
        {
          area: { en: 'High-end consulting', 'zh-CN': '高端咨询' },
          activity: { en: 'A plan for the cluster', 'zh-CN': '集群规划咨询' },
          led: { en: 'Alliance', 'zh-CN': '联盟' },
          when: { en: 'June 2027', 'zh-CN': '2027年6月' },
          result: { en: 'One plan', 'zh-CN': '规划1份' },
          money: { en: 'each its own', 'zh-CN': '各自承担' },
          challenge: '1',
        },
      ],
    }),
    indicators: plain({
      rows: [
        {
          code: 'I1',
          name: { en: 'Investment introduced', 'zh-CN': '引进投资额' },
          unit: { en: 'USD million', 'zh-CN': '百万美元' },
          source: { en: 'bureau of commerce', 'zh-CN': '商务局' },
          year: '2026',
          baseline: { en: 'to be fixed before the launch', 'zh-CN': '启动前确定' },
          direction: { en: 'up', 'zh-CN': '上升' },
          target: '12',
        },
      ],
    }),
  },
}
