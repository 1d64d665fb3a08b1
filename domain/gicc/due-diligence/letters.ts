import type { StepNews } from '../../letters/wording.js'

/** The committee puts its recommendation off (2.8): until when, and what is to be shown by then. */
export const deferralNews: StepNews = {
  to: ['LG'],
  quotes: {
    deferredUntil: { step: '2.8', field: 'until' },
    mustShow: { step: '2.8', field: 'must_show' },
  },
  words: {
    en: {
      subject: ['Decision put off'],
      body: [
        [
          'The committee has put off its recommendation on the nomination of {base}.',
          'Please add by {deferredUntil}: {mustShow}.',
        ],
        'The programme director then resumes it. If it has not been resumed by the end of that time, the nomination lapses.',
        'Send what you add to our office, which enters it; what you handed in before stays as it is.',
        '{link}',
      ],
    },
    'zh-CN': {
      subject: ['关于暂缓审议的函'],
      body: [
        ['委员会决定暂缓审议{base}产业集群的申报。', '请在{deferredUntil}前补充以下事项：{mustShow}。'],
        '补充后由项目主任恢复审议；届时未恢复的，本次申报失效。',
        '补充材料请送我办登记，此前提交的材料继续有效。',
        '{link}',
      ],
    },
  },
}
