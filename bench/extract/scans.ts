import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileText } from '@anjuan/core';
import { readFiles } from '@anjuan/intake';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { hard, light, spoil } from '../scan-pages.ts';

/** A4 at 300 dots an inch. */
const sheet = { width: 2480, height: 3508 };
const size = 50;
const rowsApart = 92;
const margin = 300;

export interface Scanning {
  /** A font of this machine. */
  readonly font: string;
  /** Lightly (0.6° lean, blur, specks) or badly (1.8°, more of both, a red seal over the print). */
  readonly spoilt: 'light' | 'hard';
}

/** Pages printed with ink on paper and scanned, read as intake reads any scan. */
export async function readScans(texts: readonly string[], { font, spoilt }: Scanning): Promise<readonly FileText[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-bench-'));
  try {
    const files = texts.map((text, index) => {
      const bytes = spoil(print(text, font), spoilt === 'hard' ? hard : light, index);
      const name = `${String(index).padStart(4, '0')}.jpg`;
      const place = path.join(folder, name);
      writeFileSync(place, bytes);
      return { name, path: place, size: bytes.length };
    });
    return await readFiles(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(text: string, font: string): Canvas {
  const canvas = createCanvas(sheet.width, sheet.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.fillStyle = '#000';
  context.font = `${size}px "${font}"`;
  let y = margin;
  for (const row of text.split('\n')) {
    let line = '';
    const flush = (): void => {
      context.fillText(line, margin, y);
      y += rowsApart;
      line = '';
    };
    for (const piece of row.match(/[\x21-\x7e]+|[\s\S]/gu) ?? []) {
      if (context.measureText(line + piece).width > sheet.width - 2 * margin && line !== '') flush();
      line += piece;
    }
    flush();
  }
  return canvas;
}
