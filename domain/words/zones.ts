import type { LocalText } from '../locale.js'

/** What people call the time of a zone: by the city its offices go by, which need not be the one its name has. */
const named: Readonly<Record<string, LocalText>> = {
  'America/Chicago': { en: 'Chicago', 'zh-CN': '芝加哥时间' },
  'America/Los_Angeles': { en: 'Los Angeles', 'zh-CN': '洛杉矶时间' },
  'America/Mexico_City': { en: 'Mexico City', 'zh-CN': '墨西哥城时间' },
  'America/New_York': { en: 'New York', 'zh-CN': '纽约时间' },
  'America/Sao_Paulo': { en: 'São Paulo', 'zh-CN': '圣保罗时间' },
  'America/Toronto': { en: 'Toronto', 'zh-CN': '多伦多时间' },
  'Africa/Cairo': { en: 'Cairo', 'zh-CN': '开罗时间' },
  'Africa/Johannesburg': { en: 'Johannesburg', 'zh-CN': '约翰内斯堡时间' },
  'Africa/Nairobi': { en: 'Nairobi', 'zh-CN': '内罗毕时间' },
  'Asia/Bangkok': { en: 'Bangkok', 'zh-CN': '曼谷时间' },
  'Asia/Dhaka': { en: 'Dhaka', 'zh-CN': '达卡时间' },
  'Asia/Dubai': { en: 'Dubai', 'zh-CN': '迪拜时间' },
  'Asia/Ho_Chi_Minh': { en: 'Ho Chi Minh City', 'zh-CN': '胡志明市时间' },
  'Asia/Hong_Kong': { en: 'Hong Kong', 'zh-CN': '香港时间' },
  'Asia/Jakarta': { en: 'Jakarta', 'zh-CN': '雅加达时间' },
  'Asia/Kolkata': { en: 'New Delhi', 'zh-CN': '新德里时间' },
  'Asia/Kuala_Lumpur': { en: 'Kuala Lumpur', 'zh-CN': '吉隆坡时间' },
  'Asia/Seoul': { en: 'Seoul', 'zh-CN': '首尔时间' },
  'Asia/Shanghai': { en: 'Beijing', 'zh-CN': '北京时间' },
  'Asia/Singapore': { en: 'Singapore', 'zh-CN': '新加坡时间' },
  'Asia/Tbilisi': { en: 'Tbilisi', 'zh-CN': '第比利斯时间' },
  'Asia/Tokyo': { en: 'Tokyo', 'zh-CN': '东京时间' },
  'Asia/Urumqi': { en: 'Urumqi', 'zh-CN': '乌鲁木齐时间' },
  'Australia/Sydney': { en: 'Sydney', 'zh-CN': '悉尼时间' },
  'Europe/Berlin': { en: 'Berlin', 'zh-CN': '柏林时间' },
  'Europe/Istanbul': { en: 'Istanbul', 'zh-CN': '伊斯坦布尔时间' },
  'Europe/Lisbon': { en: 'Lisbon', 'zh-CN': '里斯本时间' },
  'Europe/London': { en: 'London', 'zh-CN': '伦敦时间' },
  'Europe/Madrid': { en: 'Madrid', 'zh-CN': '马德里时间' },
  'Europe/Paris': { en: 'Paris', 'zh-CN': '巴黎时间' },
  'Europe/Rome': { en: 'Rome', 'zh-CN': '罗马时间' },
  'Europe/Warsaw': { en: 'Warsaw', 'zh-CN': '华沙时间' },
  UTC: { en: 'UTC', 'zh-CN': '协调世界时' },
  'Europe/Zurich': { en: 'Zurich', 'zh-CN': '苏黎世时间' },
}

/** The time of a zone in words: `Beijing`, `北京时间`. One that nobody has named yet goes by its IANA name. */
export const zoneName = (zone: string): LocalText =>
  named[zone] ?? { en: `the zone ${zone}`, 'zh-CN': `当地时间（${zone}）` }
