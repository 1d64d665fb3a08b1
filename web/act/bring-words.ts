import type { ExhibitReaders, PersonalGround, SealForm } from '../../domain/exhibits/exhibit.js'
import type { Locale } from '../../domain/locale.js'

type Word =
  | 'title'
  | 'says'
  | 'named'
  | 'kind'
  | 'readers'
  | 'seal'
  | 'languages'
  | 'asItsKind'
  | 'issuer'
  | 'docNo'
  | 'definition'
  | 'sourceUrl'
  | 'territories'
  | 'issuedOn'
  | 'validUntil'
  | 'capturedOn'
  | 'from'
  | 'to'
  | 'personal'
  | 'allowed'
  | 'file'
  | 'bring'

interface Words extends Readonly<Record<Word, string>> {
  readonly who: Readonly<Record<ExhibitReaders, string>>
  readonly seals: Readonly<Record<SealForm, string>>
  readonly grounds: Readonly<Record<PersonalGround, string>>
}

export const bringing: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Bring a proof',
    says: 'It can be chosen above once it was taken. What you filled in stays.',
    named: 'Title',
    kind: 'Kind',
    readers: 'Who may read it',
    seal: 'How it is signed or sealed',
    languages: 'Languages it is written in, such as zh-CN en',
    asItsKind: 'As far as its kind asks for it:',
    issuer: 'Issued by',
    docNo: 'Number of the document',
    definition: 'Definition of its figures',
    sourceUrl: 'Address where it was published',
    territories: 'Territories, such as CN-ZJ',
    issuedOn: 'Issued on',
    validUntil: 'Valid until',
    capturedOn: 'Taken on',
    from: 'Figures from',
    to: 'Figures to',
    personal: 'Personal data in it, on which ground; empty where there are none',
    allowed: 'It holds no state secret, unpublished statistics, identity number or unapproved map.',
    file: 'File',
    bring: 'Bring this file',
    who: {
      PUB: 'Everybody',
      PAR: 'Both sides',
      PRG: 'The programme',
      CPL: 'Compliance alone',
      FRM: 'Single firms: who receives it alone',
    },
    seals: { stamped: 'Stamped', signed: 'Signed', e_seal: 'Electronic seal', none: 'Neither' },
    grounds: { masked: 'Masked', consent: 'With consent', official_duty: 'In official duty' },
  },
  'zh-CN': {
    title: '提交佐证材料',
    says: '接收后即可在上方选择。已填内容予以保留。',
    named: '标题',
    kind: '类型',
    readers: '阅读范围',
    seal: '签章形式',
    languages: '材料语言，如 zh-CN en',
    asItsKind: '以下各项按材料类型填写：',
    issuer: '出具单位',
    docNo: '文号',
    definition: '统计口径',
    sourceUrl: '发布网址',
    territories: '区域代码，如 CN-ZJ',
    issuedOn: '出具日期',
    validUntil: '有效期至',
    capturedOn: '采集日期',
    from: '数据起始日期',
    to: '数据截止日期',
    personal: '含个人信息的依据；不含则留空',
    allowed: '不含国家秘密、未公布统计数据、身份证件号码或未经审核的地图。',
    file: '文件',
    bring: '提交此文件',
    who: {
      PUB: '公开',
      PAR: '双方',
      PRG: '联盟',
      CPL: '仅合规专员',
      FRM: '单个企业数据：仅接收人员',
    },
    seals: { stamped: '加盖公章', signed: '签字', e_seal: '电子签章', none: '无' },
    grounds: { masked: '已脱敏', consent: '已取得同意', official_duty: '履行公务' },
  },
}
