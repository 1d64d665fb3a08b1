/**
 * Chinese words that a difference never splits. The list is shipped and not the machine's own, so that the same two texts give
 * the same picture everywhere; what is not in it is compared by character.
 */
const lines: readonly string[] = [
  '谅解备忘录 备忘录 联盟 理事会 政府 双方 各方 一方 对方 任何一方 参与方 集群 产业集群 合作基地 基地 中小企业 企业 会员 专家',
  '联合指导委员会 委员会 秘书处 集群促进机构 促进机构 办公场所 工作人员 联络人 代表人 代表 签署人 主席 委员 承继单位 合作单位',
  '宗旨 总则 附则 合作 合作内容 合作领域 合作成果 领域 挑战 规划 计划 年度计划 三年规划 指标 指标清单 基线值 预期成果 活动 项目 服务',
  '高端咨询 引进外资 全球市场 品牌 品牌建设 国际产业 人才 培养 培训 交流 推介 引荐 投资 投资者 采购商 贸易 技术 许可 融资 渠道 附加值 产业链',
  '决议 条件 附件 条款 正本 文本 文字 译本 签署 签字 盖章 印章 生效 有效期 续期 期满 终止 暂停 修改 通知 告知 送达 书面 口头',
  '评估 年度评估 评估结果 复核 申报 审核 审议 核查 会签 法律 法规 法定 职权 管辖 法院 仲裁 约束力 效力 权利 义务 请求权 豁免',
  '保密 信息 个人信息 数据 重要数据 核心数据 国家秘密 商业秘密 出境 境外 向境外 知识产权 名称 标识 牌匾 徽标 认证 商品 宣传 新闻稿',
  '经费 资金 费用 预算 配套资金 专项资金 账户 公益性 非营利性 收费 合同 订立 承担 拨付 退还 核算 说明',
  '不可抗力 公共安全 公共卫生 合并 分立 改组 区划 界线 面积 范围 行政区域 名额 启动 运行 授予 登记 备案 报批 报备 审批 手续',
  '应当 必须 不得 可以 应 将 拟 愿 可 不 以及 或者 并且 和 与 及 但 除外 另有规定 依照 按照 依据 根据 适用 规定 所列 载明 有关 相关 其他',
  '工作日 日内 年内 届满 之日起 签署后 签署前 期间 期限 每年 首年 首次 至少 最近 以上 以下 不超过 各自 共同 分别 同时 立即',
  '磋商 协商 商定 协商一致 分歧 解决 意见 陈述 同意 书面同意 提供 接收 使用 公开 公布 发布 披露 保护 保存 保障 支持 协助 组织 开展 办理 负责',
  '诚信 诚意 虚假陈述 利益冲突 不正当利益 廉洁 违背 重大 严重 事故 安全 环境 事件 影响 变更 发生 情形 理由 目的 用途 方式 来源 结果 时间',
]

/** The words, and how long the longest is. */
export const chineseWords: ReadonlySet<string> = new Set(lines.flatMap((line) => line.split(' ')))

/** No word of the list has more characters than this. */
export const longestWord = Math.max(...[...chineseWords].map((word) => word.length))
