/** One example for each column of a nomination table, as a person who fills one in needs it. */
export const columnExamples: Readonly<Record<string, string>> = {
  id: 'C09-yueqing',
  name_en: 'Yueqing (Liushi) low-voltage electrical',
  name_local: '乐清（柳市）低压电器',
  name_local_lang: 'zh',
  country: 'China',
  iso_3166_1_alpha2: 'CN',
  iso_3166_2: 'CN-ZJ',
  province_or_state: 'Zhejiang',
  prefecture: 'Wenzhou',
  county_or_district: 'Yueqing',
  gb_t_2260_code: '330382',
  government_level: 'county-level city',
  possible_counterpart_government: 'Yueqing Municipal People’s Government',
  programme_category: 'electric',
  isic_rev4: '271 273',
  figure_1: 'enterprises:12000:enterprises:2023:official:Yueqing',
}
