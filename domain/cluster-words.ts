import type { Locale } from './locale.js'

/** Industry categories: those of the programme text first, then the ones its sample clusters add (13.1). */
export const industryLabel: Readonly<Record<string, Record<Locale, string>>> = {
  textile: { en: 'Textile', 'zh-CN': '纺织' },
  garment: { en: 'Garment', 'zh-CN': '服装' },
  leather: { en: 'Leather', 'zh-CN': '皮革' },
  hardware: { en: 'Hardware', 'zh-CN': '五金' },
  electronics: { en: 'Electronics', 'zh-CN': '电子' },
  electric: { en: 'Electric', 'zh-CN': '电气' },
  'communication equipment': { en: 'Communication equipment', 'zh-CN': '通信设备' },
  'automotive parts and accessories': { en: 'Automotive parts and accessories', 'zh-CN': '汽车零部件' },
  chemicals: { en: 'Chemicals', 'zh-CN': '化工' },
  'arts and crafts': { en: 'Arts and crafts', 'zh-CN': '工艺美术' },
  'information and communication technology': {
    en: 'Information and communication technology',
    'zh-CN': '信息通信技术',
  },
  'financial services': { en: 'Financial services', 'zh-CN': '金融服务' },
  entertainment: { en: 'Entertainment', 'zh-CN': '影视娱乐' },
  software: { en: 'Software', 'zh-CN': '软件' },
  'non-ferrous metal products': { en: 'Non-ferrous metal products', 'zh-CN': '有色金属制品' },
  furniture: { en: 'Furniture', 'zh-CN': '家具' },
  'musical instruments': { en: 'Musical instruments', 'zh-CN': '乐器' },
  'daily-use consumer goods': { en: 'Daily-use consumer goods', 'zh-CN': '日用消费品' },
  toys: { en: 'Toys', 'zh-CN': '玩具' },
  'animation and creative': { en: 'Animation and creative industries', 'zh-CN': '动漫创意' },
}

/** A cluster in Chinese where its record does not say it: the record's own name stands when `name` is absent. */
export interface ChineseNames {
  readonly name?: string
  readonly place: string
  readonly government: string
}

/** The Chinese names of the places in the programme text, by cluster id; an administrator adds those of a further one. */
export const chineseNames: Readonly<Record<string, ChineseNames>> = {
  'W01-silicon-valley': {
    name: '硅谷',
    place: '美国加利福尼亚州圣克拉拉县及邻近各县',
    government: '多个县、市政府（无单一对口政府）',
  },
  'W02-wall-street': { name: '华尔街（纽约市证券业）', place: '美国纽约州纽约市', government: '纽约市政府' },
  'W03-hollywood': {
    name: '好莱坞（洛杉矶影视娱乐）',
    place: '美国加利福尼亚州洛杉矶县',
    government: '洛杉矶市政府、洛杉矶县政府',
  },
  'W04-detroit': {
    name: '底特律（密歇根汽车与出行）',
    place: '美国密歇根州韦恩县',
    government: '底特律市政府、密歇根州政府',
  },
  'W05-prato': {
    name: '普拉托纺织产业区',
    place: '意大利托斯卡纳大区普拉托',
    government: '普拉托市政府及其他十一个市镇',
  },
  'W06-bangalore': { name: '班加罗尔软件集群', place: '印度卡纳塔克邦班加罗尔', government: '卡纳塔克邦政府' },
  'W07-kyushu': { name: '九州“硅岛”', place: '日本九州（七县）', government: '七个县政府（无单一对口政府）' },
  'C01-dali': { place: '广东省佛山市南海区大沥镇', government: '大沥镇人民政府、南海区人民政府' },
  'C02-shaoxing': { place: '浙江省绍兴市柯桥区', government: '柯桥区人民政府、绍兴市人民政府' },
  'C03-wenzhou': { place: '浙江省温州市', government: '温州市人民政府' },
  'C04-xindu': { place: '四川省成都市新都区', government: '新都区人民政府' },
  'C05-haining': { place: '浙江省嘉兴市海宁市', government: '海宁市人民政府' },
  'C06-humen': { place: '广东省东莞市虎门镇', government: '虎门镇人民政府、东莞市人民政府' },
  'C07-shengzhou': { place: '浙江省绍兴市嵊州市', government: '嵊州市人民政府' },
  'C08-luoshe': { place: '浙江省湖州市德清县洛舍镇', government: '洛舍镇人民政府、德清县人民政府' },
  'C09-yueqing': { place: '浙江省温州市乐清市', government: '乐清市人民政府' },
  'C10-hangji': { place: '江苏省扬州市广陵区杭集镇', government: '杭集镇人民政府、扬州市人民政府' },
  'C11-wendeng': { place: '山东省威海市文登区', government: '文登区人民政府' },
  'C12-chenghai': { place: '广东省汕头市澄海区', government: '澄海区人民政府' },
  'C13-dongguan': { place: '广东省东莞市', government: '东莞市人民政府' },
  'C14-yongkang': { place: '浙江省金华市永康市', government: '永康市人民政府' },
  'C15-changzhou': { place: '江苏省常州市新北区', government: '常州市人民政府' },
}
