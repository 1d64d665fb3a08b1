import type { StepNews } from '../../letters/wording.js'

/** The base is about to be launched (4.11): the head of the place and the chair of the Board are invited. */
export const launchInvitation: StepNews = {
  to: ['HG', 'CH'],
  quotes: {
    ceremonyOn: { step: '4.8a', field: 'ceremony_on' },
    ceremonyItems: { step: '4.8a', field: 'programme' },
  },
  words: {
    en: {
      subject: ['Launch of the Base {base}'],
      body: [
        'We have the honour to invite you to the launch of the Global Industry Cluster Cooperation Base {base} and the handing over of its plaque[, planned for {ceremonyOn}].',
        ['Both sides have decided to go on; the launch is due by {due}.', 'Programme: {ceremonyItems}.'],
        'Hour and place are settled by the office of the place with ours and told to you by it. Kindly say by an answer to this mail whether you attend and whether you wish to speak; if that day does not suit you, tell us and it is moved.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于邀请出席全球产业集群合作基地（{base}）启动仪式的函'],
      body: [
        '[谨定于{ceremonyOn}]举行全球产业集群合作基地（{base}）启动仪式并授予牌匾，诚邀您出席。',
        ['双方均已决定启动，启动工作最晚于{due}前完成。', '仪式流程：{ceremonyItems}。'],
        '具体时间、地点由当地承办单位与我办商定后另行告知。能否出席、是否致辞，请回复本邮件；日期不便的，请告知我办，可以调整。',
        '{link}',
      ],
    },
  },
}
