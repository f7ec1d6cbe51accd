import { type Limits, Unreadable } from '../../limits.ts';
import { readXml } from '../xml.ts';
import { unescaped } from './escapes.ts';

const mostText = 64 * 2 ** 20;

/**
 * Adds the texts that cells share to `strings`, those before the damage where there is some, and gives the number of those of which words were
 * struck out: these are left out.
 */
export function sharedStrings(content: Buffer | null, limits: Limits, strings: string[]): number {
  if (content === null) return 0;
  let text = '';
  let taking = false;
  let phonetic = 0;
  let total = 0;
  let [gone, cut, struck] = [false, false, 0];
  readXml(content, limits, 'XLSX 里存放文字的部分', {
    open: (name, { val = '1' }) => {
      if (name === 'si') [text, cut] = ['', false];
      else if (name === 'r') gone = false;
      else if (name === 'strike') gone = !/^(?:0|false)$/u.test(val);
      else if (name === 'rPh') phonetic++;
      else if (name === 't') taking = phonetic === 0;
    },
    text: (more) => {
      if (!taking) return;
      total += more.length;
      if (total > mostText) throw new Unreadable('XLSX 里的文字超过 64 MB，没有读取；请分成几个文件');
      if (gone) cut = true;
      else text += more;
    },
    close: (name) => {
      if (name === 't') taking = false;
      else if (name === 'r') gone = false;
      else if (name === 'rPh') phonetic--;
      else if (name === 'si') {
        strings.push(unescaped(text));
        if (cut) struck++;
      }
    },
  });
  return struck;
}
