import { expect, test } from 'vitest';
import { pageOf } from '../../tests/fixtures.ts';
import { type FormNode, formWords, linesOf } from './xfa.ts';

const field = (name: string, ui: string, caption: string, more = ''): string =>
  `<field name="${name}" w="100mm" h="10mm"><ui>${ui}</ui><caption reserve="30mm"><value><text>${caption}</text></value></caption>${more}</field>`;
const template = `<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/"><subform name="f" layout="tb"><pageSet><pageArea><contentArea w="190mm" h="270mm" x="10mm" y="10mm"/><medium stock="a4" short="210mm" long="297mm"/></pageArea></pageSet><subform name="s" layout="tb" w="180mm"><draw h="10mm" w="100mm"><value><text>立案审批表</text></value></draw>
  ${field('Party', '<textEdit/>', '当事人')}${field('Agree', '<checkButton/>', '同意立案', '<items><integer>1</integer><integer>0</integer></items>')}
  ${field('Kind', '<choiceList/>', '程序：', '<items><text>普通程序</text><text>简易程序</text></items><items save="1"><text>a</text><text>b</text></items>')}
</subform></subform></template>`;

/** A form with these data, without pages of its own. */
function form(data: string, shown = template): Uint8Array {
  const packets = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">${shown}<xfa:datasets xmlns:xfa="http://www.xfa.org/schema/xfa-data/1.0/"><xfa:data><f><s>${data}</s></f></xfa:data></xfa:datasets></xdp:xdp>`;
  const file = pageOf('BT /F 9 Tf 72 700 Td (Please wait...) Tj ET', {
    catalogue: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true ',
    objects: [{ content: Buffer.from(packets).toString('latin1'), dictionary: '' }],
  });
  return new Uint8Array(file);
}

test('what is printed on a form that only programs draw, and what was filled in, are read together', async () => {
  const page = await formWords(form('<Party>甲公司</Party><Agree>1</Agree><Kind>b</Kind>'), undefined);
  expect(page?.text.split('\n')).toEqual(['立案审批表', '当事人：甲公司', '☑同意立案', '程序：简易程序']);
  const blank = await formWords(form(''), undefined);
  expect(blank?.text).toContain('当事人：\n☐同意立案');
  expect(blank?.text).not.toContain('甲公司');
});

test('entities of such a form are not followed, and one that is damaged gives nothing', async () => {
  const bomb = form('<Party>&y;</Party>', `<!DOCTYPE d [<!ENTITY y SYSTEM "file:///etc/hostname">]>${template}`);
  expect((await formWords(bomb, undefined))?.text.split('\n')[1]).toBe('当事人：&y;');
  expect(await formWords(form('', '<template>').subarray(0, 500), undefined).catch(() => null)).toBeNull();
});

test('pieces put side by side make a line; what is hidden or secret is left out', () => {
  const at = (top: number, left: number, value: string, style = {}): FormNode => ({
    name: 'div',
    attributes: { style: { top: `${top}px`, left: `${left}px`, ...style } },
    children: [{ name: 'span', value }],
  });
  const nodes = [at(0, 90, '2031年'), at(40, 0, '意见'), at(2, 0, '日期'), at(80, 0, '暗', { visibility: 'hidden' })];
  expect(linesOf({ children: nodes })).toEqual(['日期  2031年', '意见']);
  const secret = {
    name: 'label',
    children: [
      { name: 'span', value: '口令' },
      { name: 'input', attributes: { type: 'password', value: 'x' } },
    ],
  };
  expect(linesOf(secret)).toEqual(['口令：']);
});
