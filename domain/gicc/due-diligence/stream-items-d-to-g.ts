import { knockOut, minor, serious } from './stream-checklist.js'

/** 2.3d: what the cluster does to its surroundings and to those who work in it. */
export const environmentItems = [
  knockOut(
    ['d1', 'Accidents and incidents of three years', '三年事故与突发环境事件'],
    ['statements of both authorities, media', '两个主管部门的证明、公开报道'],
  ),
  serious(
    ['d2', 'Permits and impact assessments, ten plants drawn', '排污许可与环评（抽10家）'],
    ['permits', '许可文件'],
  ),
  serious(['d3', 'Emissions against limits', '达标排放与在线监测'], ['monitoring data', '监测数据']),
  serious(['d4', 'Hazardous waste from source to disposal', '危险废物去向'], ['transfer manifests', '转移联单']),
  minor(['d5', 'Energy intensity, carbon', '能耗强度与碳排放'], ['statistics', '统计数据']),
  serious(['d6', 'Waste-water capacity against load', '废水处理能力'], ['records of the plant', '处理厂运行记录']),
  serious(
    ['d7', 'Fire, workshops, people living in plants', '消防、厂房与“三合一”场所'],
    ['inspection, visit', '检查记录、实地考察'],
  ),
  serious(
    ['d8', 'Occupational health: dust, solvents, noise', '职业健康：粉尘、溶剂、噪声'],
    ['check-ups, readings', '体检情况、检测数据'],
  ),
  serious(
    ['d9', 'Findings of official inspections and their repair', '督察发现问题及改进'],
    ['lists of them', '问题清单'],
  ),
  minor(['d10', 'Old plant closed, soil', '落后产能退出与土壤污染'], ['plans, tests', '退出计划、检测报告']),
]

/** 2.3e: with whom the programme would have to do. */
export const integrityItems = [
  knockOut(
    ['e1', 'Integrity check current and complete', '诚信核查结论有效且完整'],
    ['verdict of compliance and its date', '合规专员的结论及日期'],
  ),
  knockOut(
    ['e2', 'Ownership and control of cluster organisation and main firms', '股权与实际控制'],
    ['registers', '登记信息'],
  ),
  serious(['e3', 'Corruption and bribery cases', '腐败与商业贿赂案件'], ['judgments, announcements', '裁判文书、通报']),
  knockOut(
    ['e4', 'Child or forced labour, recruitment fees, retained papers', '童工与强迫劳动迹象'],
    ['visit, interviews, audits', '实地考察、访谈、审核报告'],
  ),
  serious(['e5', 'Wages, hours, arrears, insurance', '工资、工时、欠薪与社保'], ['sample of payrolls', '工资表抽样']),
  serious(
    ['e6', 'Disputes, a complaint channel that works', '劳动争议与投诉渠道'],
    ['cases, test call', '案件、测试电话'],
  ),
  serious(
    [
      'e7',
      'Excluded trades and their share: arms, tobacco, gambling, banned substances',
      '排除行业（军火、烟草、赌博、禁用物质）',
    ],
    ['directory of firms', '企业名录'],
  ),
  minor(['e8', 'Adverse media and answers to them', '负面舆情与回应'], ['archive', '报道存档']),
  serious(['e9', 'Recalls, counterfeits', '产品安全召回与假冒'], ['alert systems, cases', '预警通报、案件']),
  serious(['e10', 'Origin of critical raw materials', '原料来源尽责'], ['declarations of suppliers', '供应商声明']),
  serious(
    ['e11', 'Interests of officials in cluster organisation or suppliers', '公职人员利益'],
    ['declarations', '利益声明'],
  ),
]

/** 2.3f: whether the government can do what it promises. */
export const governmentItems = [
  knockOut(['f1', 'Budget in force for the year', '当年预算已列支'], ['budget act', '预算批复']),
  serious(['f2', 'Money may lawfully be spent for this', '资金用途合规、可对外支出'], ['legal basis', '法律依据']),
  serious(['f3', 'Debt, arrears to firms', '债务与拖欠账款'], ['fiscal report', '财政报告']),
  serious(['f4', 'Named office, staff, languages', '工作专班与人员'], ['decision on staff', '人员安排文件']),
  serious(
    ['f5', 'Elections or reshuffle within 18 months', '换届、调整与连续性'],
    ['calendar, decisions', '换届安排、有关决定'],
  ),
  minor(['f6', 'Coordination body has met', '部门协同机制'], ['minutes', '会议纪要']),
  serious(['f7', 'Promised incentives paid, last two years', '政策兑现（近两年）'], ['lists of payments', '兑付清单']),
  serious(
    ['f8', 'Equal access for foreign-invested firms', '外资公平待遇'],
    ['policy texts, two calls', '政策文本、两次电话核实'],
  ),
  serious(['f9', 'Procurement, audit, last findings', '采购、审计与资金监管'], ['audit report', '审计报告']),
  minor(['f10', 'Record with earlier agreements and titles', '既往合作履约'], ['results of re-checks', '复查结果']),
]

/** 2.3g: whether firms want it. */
export const supportItems = [
  knockOut(['g1', 'Support in the valid survey', '支持率'], ['result of the survey (2.4)', '问卷调查结果（2.4）']),
  serious(['g2', 'SMEs and suppliers are represented', '抽样代表性'], ['sample frame', '抽样框']),
  minor(['g3', 'Letters of associations verified', '商协会支持函核实'], ['call-back', '回访']),
  minor(['g4', 'Ten letters of enterprises verified', '企业支持函核实（10份）'], ['call-back', '回访']),
  minor(['g5', 'Reasons of those against', '反对意见及理由'], ['texts of the survey', '问卷文字答复']),
  minor(['g6', 'Members pay and use services', '会员缴费与服务使用'], ['accounts', '账目']),
  minor(
    ['g7', 'Voice of micro firms and of firms led by women', '微型企业和女性经营者的声音'],
    ['survey by groups', '问卷分组结果'],
  ),
  serious(['g8', 'Firms ready to join year one', '首年参与意愿'], ['question 11 of the survey', '问卷第11题']),
]
