import type { Clause } from '../../../text/model.js'
import { bound, only, paragraph, said } from './telling.js'

/** Part VI of the model memorandum: notices, change, term, ending, languages. */
export const finalClauses: readonly Clause[] = [
  {
    id: 'notices',
    part: 'VI',
    class: 'normal',
    heading: said('Notices', '通知'),
    paragraphs: [
      paragraph(
        'notices.1',
        said(
          'Notices are in writing, in English and {lang.local}, to the addresses of annex {ref:annex_5}, by hand, by courier, by e-mail or through the programme’s online service with a message by e-mail.',
          '通知以书面形式作出，使用英文和{lang.local}，按附件{ref:annex_5}所列地址，以专人、快递、电子邮件或者项目办理系统（同时以电子邮件告知）送达。',
        ),
      ),
      paragraph(
        'notices.2',
        said(
          'They count as received on delivery, by e-mail on the next working day of the receiver.',
          '专人和快递以签收为送达；电子邮件以收件方下一个工作日为送达。',
        ),
      ),
      paragraph(
        'notices.3',
        said(
          'Notices under sections {ref:force_majeure} and {ref:amendment}–{ref:ending} are signed and also go by courier. Annex {ref:annex_5} is changed by notice.',
          '{ref:force_majeure}、{ref:amendment}至{ref:ending}规定的通知经签署后发出，并同时以快递送达。附件{ref:annex_5}以通知方式更新。',
        ),
      ),
    ],
  },
  {
    id: 'amendment',
    part: 'VI',
    class: 'material',
    heading: said('Amendment', '修改'),
    paragraphs: [
      paragraph(
        'amendment.1',
        said(
          'This memorandum may be amended in writing by both participants, in all its languages, after the approvals that the first text needed.',
          '经双方书面商定，可对本备忘录进行修改；修改采用本备忘录的全部文字，履行与原文本相同的审核程序。',
        ),
      ),
      paragraph(
        'amendment.2',
        said(
          'An amendment names the sections it changes; what it does not name stays as it was.',
          '修改文本列明所修改的条款；未列明的，保持不变。',
        ),
      ),
    ],
  },
  {
    id: 'term',
    part: 'VI',
    class: 'material',
    heading: said('Effect, term and renewal', '生效、期限与续期'),
    paragraphs: [
      paragraph(
        'term.1',
        said(
          'This memorandum comes into effect on the day of the last signature and remains in effect for {term.years} years.',
          '本备忘录自最后一方签署之日起生效，有效期{term.years}年。',
        ),
      ),
      paragraph(
        'term.2',
        said(
          'Where the yearly reviews decided within the term, the last two of them at most and at least one, were green or better, the participants may renew it in writing for {renewal.years} years; talks on this will begin {talks.days} days before the end.',
          '有效期内已完成至少一次年度评估，且已完成的年度评估（最多计最近两次）结果均为绿色及以上的，双方可书面续期{renewal.years}年，续期磋商在期满前{talks.days}日启动。',
        ),
      ),
      paragraph(
        'term.3',
        said(
          'Where renewal was asked for before the end, this memorandum remains in effect until the renewal is signed or refused, {grace.days} days at most.',
          '期满前已提出续期的，本备忘录在续期签署或者答复不予续期之前继续有效，最长不超过{grace.days}日。',
        ),
      ),
    ],
  },
  {
    id: 'ending',
    part: 'VI',
    class: 'material',
    heading: said('Ending', '终止'),
    paragraphs: [
      paragraph(
        'ending.1',
        said(
          'Either participant may end this memorandum by written notice of {notice.days} days, without giving reasons.',
          '任何一方可提前{notice.days}日书面通知对方终止本备忘录，无须说明理由。',
        ),
      ),
      paragraph(
        'ending.2',
        said(
          'It also ends when the term runs out, when the place is freed under section {ref:base.4}, when both so decide in writing, when it is ended under section {ref:integrity.3}, or when the name is withdrawn under the rules of the programme and the time for re-examination has passed.',
          '有下列情形之一的，本备忘录终止：有效期届满；依{ref:base.4}不再保留名额；双方书面商定；依{ref:integrity.3}终止；依项目规则停止使用名称且复核期限已过。',
        ),
      ),
      paragraph('ending.3', said('Ending gives rise to no claim.', '终止本身不产生任何请求权。')),
    ],
  },
  {
    id: 'after_end',
    part: 'VI',
    class: 'material',
    heading: said('After the end', '终止后的安排'),
    paragraphs: [
      paragraph(
        'after_end.1',
        said(
          'Activities under way are completed as planned unless the participants decide otherwise; separate contracts follow their own terms.',
          '进行中的活动按计划完成，双方另行商定的除外；另行订立的合同依其自身规定。',
        ),
      ),
      paragraph(
        'after_end.2',
        said(
          'The cluster organisation hands in a closing report within 30 working days. Money not spent goes back to whoever gave it.',
          '集群促进机构在30个工作日内提交总结报告，未使用的资金退还出资方。',
        ),
      ),
      paragraph(
        'after_end.3',
        said(
          'Data kept for the Base are handed to the Government, and copies held elsewhere are deleted as far as the law does not ask for keeping them.',
          '为基地保存的数据移交{G}，其他副本予以删除，依法需要保存的除外。',
        ),
      ),
      bound('after_end.4', {
        text: said(
          'Section {ref:confidentiality} shall continue for {conf.years} years, for trade secrets as long as they are secret; section {ref:personal_data} as long as personal data are held; section {ref:marks.3} until proof is given; section {ref:character} without limit.',
          '{ref:confidentiality}在终止后{conf.years}年内应继续适用，涉及商业秘密的，至其失去秘密性为止；{ref:personal_data}在持有个人信息期间应继续适用；{ref:marks.3}适用至确认停止使用为止；{ref:character}持续适用。',
        ),
        soft: said(
          'Section {ref:confidentiality} will continue for {conf.years} years, for trade secrets as long as they are secret; section {ref:personal_data} as long as personal data are held; section {ref:marks.3} until proof is given; section {ref:character} without limit.',
          '{ref:confidentiality}在终止后{conf.years}年内将继续适用，涉及商业秘密的，至其失去秘密性为止；{ref:personal_data}在持有个人信息期间将继续适用；{ref:marks.3}适用至确认停止使用为止；{ref:character}持续适用。',
        ),
      }),
    ],
  },
  {
    id: 'languages',
    part: 'VI',
    class: 'material',
    heading: said('Languages, originals and seals', '文字、正本与印章'),
    paragraphs: [
      only(
        { filled: ['lang.all'] },
        paragraph(
          'languages.1',
          said(
            'The texts in {lang.list} are equally valid. Where meanings differ, the participants look for the one that fits the purpose best; no text goes before another.',
            '{lang.list}文本具有同等效力。文义不一致的，双方按照最符合宗旨的含义理解，任何文本均不优先。',
          ),
        ),
      ),
      only(
        { empty: ['lang.all'] },
        paragraph('languages.one', said('This memorandum is made in {lang.list}.', '本备忘录以{lang.list}写成。')),
      ),
      paragraph(
        'languages.2',
        said(
          'Each participant keeps one original. Signatures on separate originals of the same text, exchanged by post, count as one.',
          '双方各执正本一份。分别在同一文本的不同正本上签署并邮寄互换的，视为同一签署。',
        ),
      ),
      paragraph(
        'languages.3',
        said(
          'A seal may be set beside a signature; its absence changes nothing.',
          '签字旁可以加盖印章，未盖章不影响效力。',
        ),
      ),
      paragraph(
        'languages.4',
        said('Translations into other languages serve reading only.', '其他文字的译本仅供阅读。'),
      ),
    ],
  },
]
