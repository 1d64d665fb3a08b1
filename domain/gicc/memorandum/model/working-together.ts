import type { Clause } from '../../../text/model.js'
import { only, paragraph, said } from './telling.js'

/** Part III of the model memorandum: how the two sides work together. */
export const workingClauses: readonly Clause[] = [
  {
    id: 'committee',
    part: 'III',
    class: 'normal',
    heading: said('Joint Steering Committee', '联合指导委员会'),
    paragraphs: [
      paragraph(
        'committee.1',
        said(
          'A Joint Steering Committee with one chair and up to {jsc.members} members from each participant guides the Base. It will sit within {sitting.within} of signature and at least twice a year after that, in person or by video.',
          '设立联合指导委员会，由双方各委派一名主席和不超过{jsc.members}名委员，指导基地工作。委员会在签署后{sitting.within}内召开首次会议，此后每年至少召开两次会议，可采用线下或者视频方式。',
        ),
      ),
      paragraph(
        'committee.2',
        said(
          'It decides by consensus on plans, budgets and changes of annexes {ref:annex_2} and {ref:annex_3}; minutes follow within 10 working days, in the languages of this memorandum.',
          '委员会以协商一致方式审议规划、计划、预算以及附件{ref:annex_2}、附件{ref:annex_3}的调整，并在10个工作日内以本备忘录所用文字形成会议纪要。',
        ),
      ),
      paragraph(
        'committee.3',
        said(
          'The cluster organisation and enterprises are heard in it.',
          '委员会吸收集群促进机构和企业代表列席并发表意见。',
        ),
      ),
      paragraph(
        'committee.4',
        said(
          'It does not decide on admission, results of reviews or the name, which belong to the bodies of the Alliance, nor on what the law reserves to the Government.',
          '入选、评估结果和名称使用由联盟有关机构决定，依法由{G}决定的事项由{G}决定，委员会不作审议。',
        ),
      ),
    ],
  },
  {
    id: 'office',
    part: 'III',
    class: 'normal',
    heading: said('Office and staff', '办公场所与人员'),
    paragraphs: [
      paragraph(
        'office.1',
        said(
          'The Base will have an office open to enterprises, a head of secretariat and at least one person who works for it full time.',
          '基地将设有面向企业开放的办公场所，配备秘书处负责人和至少一名专职工作人员。',
        ),
      ),
      paragraph(
        'office.2',
        said(
          'Staff remain with their employers; work for the Base makes nobody an employee of the other participant.',
          '工作人员的劳动人事关系保留在原单位，不因参与基地工作而与另一方建立劳动关系。',
        ),
      ),
      paragraph(
        'office.3',
        said(
          '{clo.name} will run the secretariat unless the Committee names another body.',
          '秘书处工作由{clo.name}承担，委员会另行确定的除外。',
        ),
      ),
    ],
  },
  {
    id: 'money',
    part: 'III',
    class: 'material',
    heading: said('Costs', '经费'),
    variants: [
      { id: 'MON-OWN', group: 'money', title: said('each bears its own costs', '各自承担费用'), preCleared: true },
      { id: 'MON-CO', group: 'money', title: said('money intended for year one', '首年拟安排资金'), preCleared: false },
      {
        id: 'MON-PROJECT',
        group: 'money',
        title: said('projects with money of third persons', '使用第三方资金的项目'),
        preCleared: false,
      },
      { id: 'FEE-NONE', group: 'fee', title: said('no fee', '不收费'), preCleared: true },
    ],
    paragraphs: [
      paragraph(
        'money.1',
        said(
          'Each participant bears its own costs. This memorandum commits no funds; co-funding comes about only through budgets approved under the law that applies to each.',
          '双方各自承担本方费用。本备忘录不构成资金承诺，配套资金以各自依法批准的预算为准。',
        ),
      ),
      only(
        { variants: ['FEE-NONE'] },
        paragraph(
          'money.2',
          said(
            'The Alliance charges no fee for nomination, review, name, logo or plaque.',
            '申报、评估以及名称、标识、牌匾的使用，联盟均不收取费用。',
          ),
        ),
      ),
      paragraph(
        'money.3',
        said(
          'Paid services are offered only under separate contracts that nobody is expected to conclude; neither the review nor the name depends on them.',
          '有偿服务另行订立合同，自愿选择，与评估结果和名称使用无关。',
        ),
      ),
      paragraph(
        'money.4',
        said(
          'Money given for a stated purpose is kept apart and accounted for every year.',
          '专项资金单独核算，每年说明使用情况。',
        ),
      ),
      only(
        { variants: ['MON-CO'] },
        paragraph(
          'money.co',
          said(
            'For year one the Government intends to provide {money.gov} and the Alliance {money.alliance}, subject to approval of their budgets, as annex {ref:annex_2} shows.',
            '首年{G}拟安排{money.gov}，联盟拟安排{money.alliance}，以各自预算批准为准，具体见附件{ref:annex_2}。',
          ),
        ),
      ),
      only(
        { variants: ['MON-PROJECT'] },
        paragraph(
          'money.project',
          said(
            'Projects with money of third persons are each set down in a document of their own.',
            '使用第三方资金的项目，逐项另行订立文件。',
          ),
        ),
      ),
    ],
  },
  {
    id: 'presence',
    part: 'III',
    class: 'material',
    heading: said('Law of the place', '依法开展活动'),
    paragraphs: [
      paragraph(
        'presence.1',
        said(
          'Where the law of a place asks for registration, filing, notice or permission, that will have been done before an activity begins. The participants help each other with the papers.',
          '当地法律要求登记、备案、报告或者许可的，在活动开始前办理完毕，双方相互提供所需材料。',
        ),
      ),
      only(
        { riders: ['cn'] },
        paragraph(
          'presence.2',
          said(
            'In the mainland of China the Alliance acts through a registered representative office or, for a temporary activity, together with a Chinese partner organisation that obtains the approvals and files the activity at least 15 days beforehand. Where needed the Government will act as that partner or name one.',
            '联盟在中国内地开展活动，依法通过登记的代表机构进行；开展临时活动的，与中方合作单位共同进行，由中方合作单位依法办理审批手续，并在活动开展15日前备案。需要时，由{G}担任或者协调确定中方合作单位。',
          ),
        ),
      ),
      only(
        { riders: ['cn'] },
        paragraph(
          'presence.3',
          said(
            'Activities under this memorandum serve the public benefit and are not run for profit. Their funds go only through the accounts that the law provides for.',
            '本备忘录项下的活动具有公益性、非营利性，资金通过法律规定的账户收付。',
          ),
        ),
      ),
      only(
        { riders: ['cn'] },
        paragraph(
          'presence.4',
          said(
            'Where bearing the name or receiving the plaque needs approval or notice under rules of the place, the Government will have seen to it before the launch.',
            '使用基地名称、接受牌匾按规定需要报批或者报备的，由{G}在基地启动前办理。',
          ),
        ),
      ),
    ],
  },
  {
    id: 'review',
    part: 'III',
    class: 'material',
    heading: said('Yearly review', '年度评估'),
    paragraphs: [
      paragraph(
        'review.1',
        said(
          'The review follows the Alliance’s rules in the version of {rules.version}. A later version applies from the next review on, after the Government has been told, or earlier where both so decide.',
          '年度评估适用联盟{rules.version}版规则。联盟更新规则的，在告知{G}后自下一次评估起适用；双方商定提前适用的除外。',
        ),
      ),
      paragraph(
        'review.2',
        said(
          'Draft findings go to the Base for its reply before anything is decided. The result and its day are public; data of single enterprises are not.',
          '评估结论初稿先行送基地陈述意见，再作决定。评估结果及日期予以公开，单个企业的数据不予公开。',
        ),
      ),
      paragraph(
        'review.3',
        said(
          'The Government may ask once, within {redress.within} of the letter that tells an adverse result, that its procedure or its facts be examined again by people who took no part in it. The answer comes within {redress.answer}, and the consequence waits for it.',
          '对不利结果，{G}可在收到通知之日起{redress.within}内，就程序或者事实申请复核一次，由未参与原评估的人员办理，{redress.answer}内答复；答复前，不执行该结果的后续措施。',
        ),
      ),
    ],
  },
]
