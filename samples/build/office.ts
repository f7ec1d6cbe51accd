import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { undated } from './html.ts';

/** Turns a Word document into a PDF with LibreOffice, as an office that prints from Word would. */
export function convertToPdf(docx: Buffer): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-samples-'));
  try {
    const source = path.join(folder, 'file.docx');
    writeFileSync(source, docx);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], {
      stdio: 'ignore',
      timeout: 180_000,
    });
    return undated(readFileSync(path.join(folder, 'file.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
