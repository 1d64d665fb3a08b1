import type { LocalText } from '../../../locale.js'
import type { PlaceRules } from '../../../text/model.js'

const told = (en: string, chinese: string): LocalText => ({ en, 'zh-CN': chinese })

/** Who reads both texts where a place has an office for it. */
const reviser = told('the reviser of the programme', '项目审校人员')
const readerOf = (en: string, chinese: string) => [reviser, told(`a reader of ${en}`, `${chinese}指定的审读人员`)]

/**
 * What a place asks of its text. All of it is law of the place as read in public sources: counsel of the place confirms a
 * row before its first use there.
 */
export const places: readonly PlaceRules[] = [
  {
    id: 'CN',
    countries: ['CN'],
    languages: ['en', 'zh-CN'],
    working: ['zh-CN', 'en'],
    riders: ['cn'],
    readers: readerOf('the foreign-affairs office', '外事部门'),
    questions: [
      told(
        'Which level signs: county and above; a town joins through the county, district or city that signs, or beside it.',
        '由哪一级签署：县级以上；乡镇通过签署的县、区、市参加，或者与其一并签署。',
      ),
      told('Has the foreign-affairs office of the signing level cleared the text?', '签署层级的外事部门是否已会签？'),
      told(
        'Has the justice bureau or legal office examined its legality?',
        '司法行政部门或者法律机构是否已作合法性审查？',
      ),
      told(
        'Whether name and plaque fall under the rules on model activities: no, notice given, or approved; with the paper.',
        '名称和牌匾是否适用创建示范活动管理规定：不适用、已报备或者已批准，并附文件。',
      ),
      told(
        'How the Alliance is present under the law on overseas non-governmental organisations.',
        '联盟依照境外非政府组织境内活动管理法以何种方式开展活动。',
      ),
      told(
        'Where one original is kept, and which superior foreign-affairs office has a copy.',
        '一份正本存于何处档案，上级哪个外事部门存有副本。',
      ),
    ],
  },
  {
    id: 'US',
    countries: ['US'],
    languages: ['en'],
    working: ['en'],
    riders: ['other'],
    readers: [],
    questions: [
      told('Which resolution or ordinance empowers the signatory?', '签署人依据哪项决议或者条例获得授权？'),
      told('Has the attorney approved the text as to form?', '法律顾问是否已就形式予以核可？'),
      told(
        'What the law of the State says on public contracts, gifts and the use of the name of a city.',
        '所在州关于公共合同、赠与和使用城市名称的法律有何规定。',
      ),
    ],
  },
  {
    id: 'IT',
    countries: ['IT'],
    languages: ['en', 'it'],
    working: ['it', 'en'],
    riders: ['eu'],
    readers: readerOf('the municipality', '市政府'),
    questions: [
      told(
        'Was the draft communicated to the department for regional affairs and the foreign ministry at least 30 days before?',
        '草案是否已至少提前30日报送地区事务部门和外交部？',
      ),
      told('Has the Region been informed?', '是否已告知所在大区？'),
      told('Which decision of the executive, under which protocol number?', '执行机构的哪项决定，登记号为何？'),
    ],
  },
  {
    id: 'DE',
    countries: ['DE'],
    languages: ['en', 'de'],
    working: ['de', 'en'],
    riders: ['eu'],
    readers: readerOf('the legal office', '法律部门'),
    questions: [
      told(
        'What form does the municipal code ask of declarations that commit? A text that binds nobody is offered first.',
        '市镇法对具有约束力的声明有何形式要求？首先提供不具有法律约束力的文本。',
      ),
    ],
  },
  {
    id: 'JP',
    countries: ['JP'],
    languages: ['en', 'ja'],
    working: ['ja', 'en'],
    riders: ['other'],
    readers: readerOf('the legal section of the prefecture', '都道府县法制部门'),
    questions: [
      told('Whose authority is it, that of the governor or of the mayor?', '由知事还是由市长行使权限？'),
      told('Do the rules of the assembly ask for a report?', '议会规则是否要求报告？'),
    ],
  },
  {
    id: 'IN',
    countries: ['IN'],
    languages: ['en'],
    working: ['en'],
    riders: ['other'],
    readers: [],
    questions: [
      told(
        'Which order of the competent authority under the rules of business of the State?',
        '主管机关依所在邦议事规则作出的哪项命令？',
      ),
      told('Was the ministry of external affairs consulted?', '是否已征求外交部意见？'),
      told(
        'Does money come from abroad, so that the law on foreign contributions applies?',
        '是否有境外资金，从而适用境外捐赠法律？',
      ),
    ],
  },
  {
    id: 'other',
    countries: [],
    languages: ['en', 'local'],
    working: ['en'],
    riders: ['other'],
    readers: readerOf('the place', '当地'),
    questions: [
      told('Which level signs, and by what power?', '由哪一级签署，依据何种权限？'),
      told('Whose clearance does the law of the place ask for?', '当地法律要求由谁会签？'),
      told('Who examines its legality?', '由谁审查合法性？'),
      told('Do name and plaque need approval or notice?', '名称和牌匾是否需要批准或者报备？'),
      told('How may the Alliance act there?', '联盟以何种方式在当地开展活动？'),
      told('Where is an original kept?', '正本存于何处？'),
    ],
  },
]
