import type { Clause } from '../../../text/model.js'
import { bound, only, paragraph, said } from './telling.js'

/** Part IV of the model memorandum: what both keep to. */
export const standardsClauses: readonly Clause[] = [
  {
    id: 'confidentiality',
    part: 'IV',
    class: 'material',
    heading: said('Confidentiality', '保密'),
    paragraphs: [
      bound('confidentiality.1', {
        text: said(
          'Information marked as confidential, and data of single enterprises whether marked or not, shall be used for this memorandum only, shown only to persons who need them and are bound to keep them, and guarded as the receiver guards its own.',
          '标明保密的信息以及单个企业的数据（不论是否标明），应仅用于本备忘录目的，仅向确需知悉且负有保密责任的人员提供，并按照接收方保护自身同类信息的标准予以保护。',
        ),
        soft: said(
          'Information marked as confidential, and data of single enterprises whether marked or not, will be used for this memorandum only, shown only to persons who need them and are bound to keep them, and guarded as the receiver guards its own.',
          '标明保密的信息以及单个企业的数据（不论是否标明），将仅用于本备忘录目的，仅向确需知悉且负有保密责任的人员提供，并按照接收方保护自身同类信息的标准予以保护。',
        ),
      }),
      bound(
        'confidentiality.2',
        said(
          'This does not apply to what is public without a breach, was known before, comes lawfully from others, or was developed independently.',
          '非因违反本条而公开的、接收方此前已知悉的、合法取自他人的或者独立形成的信息，不适用{own:confidentiality.1}。',
        ),
      ),
      bound('confidentiality.3', {
        text: said(
          'What a law, a court or an authority requires to be disclosed, the law on access to public information included, may be disclosed; the other participant shall be told beforehand where the law permits.',
          '依法律、法院或者主管机关要求（包括政府信息公开规定）需要披露的，可以披露；法律允许的，应事先告知对方。',
        ),
        soft: said(
          'What a law, a court or an authority requires to be disclosed, the law on access to public information included, may be disclosed; the other participant will be told beforehand where the law permits.',
          '依法律、法院或者主管机关要求（包括政府信息公开规定）需要披露的，可以披露；法律允许的，将事先告知对方。',
        ),
      }),
      bound('confidentiality.4', {
        text: said(
          'Neither participant shall ask for or hand over State secrets or anything else that the law of its place forbids to hand over.',
          '任何一方不得索取、提供国家秘密以及依当地法律不得提供的其他信息。',
        ),
        soft: said(
          'Neither participant will ask for or hand over State secrets or anything else that the law of its place forbids to hand over.',
          '任何一方不索取、不提供国家秘密以及当地法律禁止提供的其他信息。',
        ),
      }),
    ],
  },
  {
    id: 'personal_data',
    part: 'IV',
    class: 'material',
    heading: said('Personal data and transfer abroad', '个人信息与数据出境'),
    paragraphs: [
      bound('personal_data.1', {
        text: said(
          'Each participant shall answer for the personal data it handles. Only contact data and what an activity needs shall be exchanged, for that purpose and for no longer than needed.',
          '双方应各自对其处理的个人信息负责，仅交换联系方式和活动所必需的信息，用途和保存期限应以必要为限。',
        ),
        soft: said(
          'Each participant will answer for the personal data it handles. Only contact data and what an activity needs will be exchanged, for that purpose and for no longer than needed.',
          '双方将各自对其处理的个人信息负责，仅交换联系方式和活动所必需的信息，用途和保存期限以必要为限。',
        ),
      }),
      bound('personal_data.2', {
        text: said(
          'Before personal data leave a country, the sender shall inform the persons, obtain the consent that the law requires, assess the risks, and meet the conditions for transfer. The receiver shall not pass them on without a basis in law.',
          '向境外提供个人信息的，提供方应事先告知个人、取得法律要求的同意、开展影响评估，并满足法律规定的出境条件；接收方无法律依据不得转提供。',
        ),
        soft: said(
          'Before personal data leave a country, the sender will inform the persons, obtain the consent that the law requires, assess the risks, and meet the conditions for transfer. The receiver will not pass them on without a basis in law.',
          '向境外提供个人信息的，提供方将事先告知个人、取得法律要求的同意、开展影响评估，并满足法律规定的出境条件；接收方无法律依据不转提供。',
        ),
      }),
      bound('personal_data.3', {
        text: said(
          'A breach of security shall be made known to the other participant without delay, at the latest 72 hours after it was found.',
          '发生信息安全事件的，应立即告知对方，最迟不超过发现后72小时。',
        ),
        soft: said(
          'A breach of security will be made known to the other participant without delay, at the latest 72 hours after it was found.',
          '发生信息安全事件的，将立即告知对方，最迟不超过发现后72小时。',
        ),
      }),
      only(
        { riders: ['cn'] },
        bound('personal_data.4', {
          text: said(
            'Transfers from the mainland of China follow its laws on personal information, data security and network security. Data classed as important or core data shall not be transferred under this memorandum.',
            '自中国内地向境外提供数据，适用个人信息保护、数据安全和网络安全法律；重要数据、核心数据不得依据本备忘录向境外提供。',
          ),
          soft: said(
            'Transfers from the mainland of China follow its laws on personal information, data security and network security. Data classed as important or core data will not be transferred under this memorandum.',
            '自中国内地向境外提供数据，适用个人信息保护、数据安全和网络安全法律；重要数据、核心数据不依据本备忘录向境外提供。',
          ),
        }),
      ),
      only(
        { riders: ['eu'] },
        bound('personal_data.5', {
          text: said(
            'Transfers from the European Union follow Regulation (EU) 2016/679, chapter V; the participants are separate controllers and shall sign standard clauses where no adequacy decision covers the receiver.',
            '自欧盟转移个人数据，适用欧盟2016/679号条例第五章；双方为各自独立的控制者，接收方未被充分性决定涵盖的，应另行签署标准条款。',
          ),
          soft: said(
            'Transfers from the European Union follow Regulation (EU) 2016/679, chapter V; the participants are separate controllers and will sign standard clauses where no adequacy decision covers the receiver.',
            '自欧盟转移个人数据，适用欧盟2016/679号条例第五章；双方为各自独立的控制者，接收方未被充分性决定涵盖的，将另行签署标准条款。',
          ),
        }),
      ),
      only(
        { riders: ['other'] },
        bound(
          'personal_data.6',
          said(
            'Transfers from {place.country} follow the law of {place.country} on personal data.',
            '自{place.country}转移个人数据，适用{place.country}个人数据法律。',
          ),
        ),
      ),
    ],
  },
  {
    id: 'ip',
    part: 'IV',
    class: 'normal',
    heading: said('Intellectual property', '知识产权'),
    paragraphs: [
      paragraph('ip.1', said('What each participant brings remains its own.', '各自原有的知识产权仍归各自所有。')),
      paragraph(
        'ip.2',
        said(
          'Who may use what is made together, and how, will be settled in writing before the work begins.',
          '合作成果的归属和使用，在工作开始前书面商定。',
        ),
      ),
    ],
  },
  {
    id: 'marks',
    part: 'IV',
    class: 'material',
    heading: said('Name, logo and plaque', '名称、标识与牌匾'),
    paragraphs: [
      bound('marks.1', {
        text: said(
          'Name, logo and plaque belong to the Alliance. They shall be used only from the day and in the manner that the licence lays down, for the Base, and while the Base is active.',
          '名称、标识和牌匾归联盟所有，应自许可之日起按照许可方式使用，且仅限用于处于运行状态的基地。',
        ),
        soft: said(
          'Name, logo and plaque belong to the Alliance. They will be used only from the day and in the manner that the licence lays down, for the Base, and while the Base is active.',
          '名称、标识和牌匾归联盟所有，将自许可之日起按照许可方式使用，且仅限用于处于运行状态的基地。',
        ),
      }),
      bound('marks.2', {
        text: said(
          'They shall not be put on goods, used as a certificate of quality, passed on, or used so as to suggest approval by a State or an international organisation.',
          '不得用于商品，不得作为质量认证，不得转让，不得以任何方式暗示获得国家或者国际组织的认可。',
        ),
        soft: said(
          'They will not be put on goods, used as a certificate of quality, passed on, or used so as to suggest approval by a State or an international organisation.',
          '不用于商品，不作为质量认证，不转让，不以任何方式暗示获得国家或者国际组织的认可。',
        ),
      }),
      bound('marks.3', {
        text: said(
          'Their use shall end {signsOff.within} at the latest after this memorandum or the active status has ended; the plaque is returned or taken down, and photographs or a visit prove it.',
          '本备忘录终止或者基地不再运行的，应在{signsOff.within}内停止使用，交还或者摘下牌匾，并以照片或者现场查看确认。',
        ),
        soft: said(
          'Their use will end {signsOff.within} at the latest after this memorandum or the active status has ended; the plaque is returned or taken down, and photographs or a visit prove it.',
          '本备忘录终止或者基地不再运行的，将在{signsOff.within}内停止使用，交还或者摘下牌匾，并以照片或者现场查看确认。',
        ),
      }),
      bound('marks.4', {
        text: said(
          'Neither participant shall use the name, emblem or seal of the other in any other way without written consent.',
          '未经书面同意，任何一方不得以其他方式使用对方的名称、徽标或者印章。',
        ),
        soft: said(
          'Neither participant will use the name, emblem or seal of the other in any other way without written consent.',
          '未经书面同意，任何一方不以其他方式使用对方的名称、徽标或者印章。',
        ),
      }),
    ],
  },
  {
    id: 'publicity',
    part: 'IV',
    class: 'normal',
    heading: said('Publicity', '宣传'),
    paragraphs: [
      paragraph(
        'publicity.1',
        said(
          'Releases about signature, launch and results will be settled between the participants beforehand and issued in their languages on the same day.',
          '有关签署、启动和成果的新闻稿由双方事先商定，同日以各自文字发布。',
        ),
      ),
      paragraph(
        'publicity.2',
        said(
          'Each participant may name the cooperation truthfully among its activities.',
          '任何一方可在介绍自身工作时如实提及本项合作。',
        ),
      ),
    ],
  },
  {
    id: 'integrity',
    part: 'IV',
    class: 'material',
    heading: said('Integrity', '廉洁诚信'),
    paragraphs: [
      paragraph(
        'integrity.1',
        said(
          'Each participant keeps to the law that applies to it, neither offers nor takes improper advantage, and discloses conflicts of interest of its own accord.',
          '双方各自遵守所适用的法律，不提供、不接受不正当利益，主动说明利益冲突。',
        ),
      ),
      paragraph(
        'integrity.2',
        said(
          'The Alliance repeats its integrity checks on bodies and main enterprises of the Base at intervals, by its published rules; the Government helps with public information. Nothing here asks either to act against the law that applies to it.',
          '联盟依照公布的规则，定期对基地相关机构和重点企业开展诚信核查，{G}协助提供公开信息。本条不要求任何一方从事与其所适用法律相抵触的行为。',
        ),
      ),
      paragraph(
        'integrity.3',
        said(
          'A false statement of weight or a serious breach of integrity is a reason to suspend the Base and, once the other participant has been heard, to end this memorandum at once.',
          '存在重大虚假陈述或者严重违背诚信情形的，可暂停基地运行；听取对方意见后，可即时终止本备忘录。',
        ),
      ),
    ],
  },
]
