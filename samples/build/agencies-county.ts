import { linheMarket } from './agencies.ts';
import type { Agency } from './model.ts';

const term = { from: '2022-03-01', to: '2028-02-29' } as const;
const reviewer = { ...term, legalQualified: true, reviewerSince: '2019-05-01' } as const;

export const yunluCulture: Agency = {
  ...linheMarket,
  id: 'yunlu-culture',
  name: '云麓县文化广电旅游体育局',
  style: 'ecology',
  word: '（云）文',
  joint: '字',
  digits: 3,
  government: '云麓县人民政府',
  reviewAuthority: '云麓县人民政府',
  court: '云麓县人民法院',
  platform: '全国文化市场技术监管与服务平台和云麓县人民政府门户网站',
  unit: '文化市场综合行政执法大队',
  legalUnit: '政策法规股',
  address: '云麓县文昌街101号',
  phone: '0990-7330918',
  postcode: '099302',
  bank: '云麓县农村信用合作联社',
  account: '6231990302000101',
  division: '990322',
  chief: { name: '瞿秋实', post: '局长' },
  deputy: { name: '巫山云', post: '副局长' },
  unitHead: { name: '甄诚', post: '大队长' },
  legalHead: { name: '阳春', post: '政策法规股股长' },
  archivist: '池小荷',
  roster: [
    { name: '方砚秋', certificate: '09032260021', ...term },
    { name: '童谣', certificate: '09032260022', ...term },
    { name: '阳春', certificate: '09032260031', ...reviewer },
    { name: '闻笛', certificate: '09032260032', ...reviewer },
  ],
};

export const linheCity: Agency = {
  ...linheMarket,
  id: 'linhe-city',
  name: '临河县城市管理综合行政执法局',
  style: 'ecology',
  word: '临城管',
  joint: '字',
  digits: 3,
  hanDates: true,
  platform: '临河县人民政府门户网站行政执法公示专栏',
  unit: '城市管理执法大队',
  legalUnit: '法制股',
  address: '临河县滨河路66号',
  phone: '0990-6209966',
  chief: { name: '邢万里', post: '局长' },
  deputy: { name: '荀子墨', post: '副局长' },
  unitHead: { name: '凤春雷', post: '大队长' },
  legalHead: { name: '蓝若溪', post: '法制股股长' },
  archivist: '鱼知乐',
  roster: [
    { name: '牛耕', certificate: '09032180021', ...term },
    { name: '安平', certificate: '09032180022', ...term },
    { name: '蓝若溪', certificate: '09032180031', ...reviewer },
    { name: '蒲公', certificate: '09032180032', ...reviewer },
  ],
};
