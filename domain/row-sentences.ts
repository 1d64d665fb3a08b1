import type { LocalText } from './locale.js'

/** What sealed copies, read models, papers and words can be at odds in, each with what to do next. */
export const rowSentences = {
  history_unsealed: {
    en: 'the server let this run go before its history was sealed, and nothing tells any more what it held: look for it in a backup of Temporal',
    'zh-CN': '服务器在封存前已删除该运行的历史，其内容已无从得知：请在 Temporal 备份中查找',
  },
  run_begun_by_hand: {
    en: 'the run was begun again, and neither an entry of an operator nor healing says by whom: see who began it',
    'zh-CN': '该运行系重新启动，而既无运维人员的条目、亦无恢复程序载明由谁启动：请查明',
  },
  beginning_differs: {
    en: 'the run was begun for another base, place or procedure, or from another entry, than the ledger and the run before say: see who had it begin so',
    'zh-CN': '该运行起始所用的基地、所在地、程序或起始条目与登记及前一运行所载不一致：请查明由谁如此启动',
  },
  copy_damaged: {
    en: 'the sealed copy of the history is damaged or gone from the document store: put it back from a backup',
    'zh-CN': '文件库中该历史的封存副本已损坏或缺失：请从备份中恢复',
  },
  copy_differs: {
    en: 'the sealed copy of the history says something else than the server, which still has the run: keep both, and see who sealed it',
    'zh-CN': '该历史的封存副本与服务器现存的运行不一致：请保留两者，并查明由谁封存',
  },
  comparison_forged: {
    en: 'no process of the programme made this sealed comparison of the run: it counts for nothing; see who wrote it',
    'zh-CN': '该运行的封存比对并非由本系统作出，不予采信：请查明由谁写入',
  },
  vouched_gone: {
    en: 'a checkpoint vouches for what the database no longer has so: put it back from a backup',
    'zh-CN': '检查点所证明的内容在数据库中已不复如此：请从备份中恢复',
  },
  log_broken: {
    en: 'a log of looks or refusals is no longer what a checkpoint vouches for: compare its rows with a backup',
    'zh-CN': '查阅或拒绝日志与检查点所证明的不一致：请与备份逐行核对',
  },
  base_row_differs: {
    en: 'what lists show of the base does not follow from its entries: the entries hold; have the rows written again from them',
    'zh-CN': '列表所示的基地情况并非由其条目得出：以条目为准，请据此重写',
  },
  step_row_differs: {
    en: 'what inboxes show of this step does not follow from the entries: the entries hold; have the rows written again from them',
    'zh-CN': '待办所示的该步骤并非由条目得出：以条目为准，请据此重写',
  },
  act_row_differs: {
    en: 'what is shown of this act does not follow from the entries: the entries hold; have the rows written again from them',
    'zh-CN': '所示的该项办理并非由条目得出：以条目为准，请据此重写',
  },
  slot_differs: {
    en: 'the slot is not with the base that the entries gave it to: the entries hold; have the rows written again from them',
    'zh-CN': '名额的归属与条目不符：以条目为准，请据此重写',
  },
  seat_differs: {
    en: 'the seat is not as an entry granted it, or as it was taken back: the entries hold; see who changed it',
    'zh-CN': '席位与授予或收回它的条目不符：以条目为准，请查明由谁更改',
  },
  register_differs: {
    en: 'the register has this otherwise than the entries say, or no entry says it: the entries hold; see who wrote it',
    'zh-CN': '登记簿中该项与条目不符，或并无条目载明：以条目为准，请查明由谁写入',
  },
  order_differs: {
    en: 'what is shown of this order of a paper does not follow from the entries: the entries hold; have the rows written again from them',
    'zh-CN': '所示的该文件出具情况并非由条目得出：以条目为准，请据此重写',
  },
  paper_differs: {
    en: 'what is shown of this paper does not follow from the entries: the entries hold; have the rows written again from them',
    'zh-CN': '所示的该文件并非由条目得出：以条目为准，请据此重写',
  },
  exhibit_differs: {
    en: 'what is shown of this exhibit does not follow from the entries: the entries hold; have the rows written again from them',
    'zh-CN': '所示的该佐证材料并非由条目得出：以条目为准，请据此重写',
  },
  exhibit_missing: {
    en: 'the file of the exhibit that the entry names is damaged or gone, and neither an erasure nor the end of its time covers that: put it back from a backup',
    'zh-CN': '条目所载佐证材料的文件已损坏或缺失，且既无删除记录、保存期限亦未届满：请从备份中恢复',
  },
  paper_missing: {
    en: 'the paper that the entry names is damaged or gone from the document store: put it back from a backup',
    'zh-CN': '条目所载文件在文件库中已损坏或缺失：请从备份中恢复',
  },
  scan_missing: {
    en: 'the scan that the entry names is damaged or gone from the document store: put it back from a backup',
    'zh-CN': '条目所载扫描件在文件库中已损坏或缺失：请从备份中恢复',
  },
  letter_differs: {
    en: 'the letter is none that the entry it names sends: see who wrote it, and whether it went out',
    'zh-CN': '该信函并非其所称条目应发出的信函：请查明由谁写入、是否已寄出',
  },
  text_missing: {
    en: 'the words that the entry names are gone, and no erasure covers that: put them back from a backup',
    'zh-CN': '条目所载文字已不存在，且无相应的删除记录：请从备份中恢复',
  },
  text_differs: {
    en: 'the words are not those whose hash the entry names: put them back from a backup',
    'zh-CN': '文字与条目所载哈希不符：请从备份中恢复',
  },
} as const satisfies Readonly<Record<string, LocalText>>
