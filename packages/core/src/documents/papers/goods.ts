/** Letters to whoever held goods that were kept or taken. */
export const lettersOnGoods: readonly string[] = [
  'preservation-notice',
  'preservation-handling',
  'measure-extension',
  'measure-handling',
  'measure-lifting',
];

/** All papers on such goods, with the lists of them. */
export const papersOnGoods: readonly string[] = [...lettersOnGoods, 'preservation-list', 'seizure-list'];
