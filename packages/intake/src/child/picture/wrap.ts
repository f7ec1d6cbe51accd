import { Buffer } from 'node:buffer';

/** A coded piece of a picture, as PDF has it: a strip or tile of a TIFF or a whole JPEG. */
export interface Strip {
  /** Where it lies, in pixels from the left and the top; below the one before it where this is not given. */
  readonly at?: readonly [left: number, top: number];
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** Entries of the image dictionary beside its size, such as `/Filter /DCTDecode /ColorSpace /DeviceRGB /BitsPerComponent 8`. */
  readonly coding: string;
}

/** A page of strips from top to bottom; its size in points, and in pixels where the strips have places. */
export interface StripPage {
  readonly pixels?: readonly [width: number, height: number];
  readonly width: number;
  readonly height: number;
  readonly strips: readonly Strip[];
}

/** A PDF that shows coded pictures, so that one reader decodes them all. */
export function pdfOf(pages: readonly StripPage[]): Buffer {
  const objects: Buffer[] = [];
  const add = (head: string, bytes?: Uint8Array): number => {
    objects.push(
      bytes === undefined
        ? Buffer.from(head, 'latin1')
        : Buffer.concat([
            Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`, 'latin1'),
            bytes,
            Buffer.from('\nendstream', 'latin1'),
          ]),
    );
    return objects.length;
  };
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const kids = pages.map((page) => {
    const rows = page.strips.reduce((sum, strip) => sum + strip.height, 0);
    let top = page.height;
    const drawn = page.strips.map((strip, index) => {
      if (strip.at !== undefined && page.pixels !== undefined) {
        const [across, down] = [page.width / page.pixels[0], page.height / page.pixels[1]];
        const [left, above] = strip.at;
        const bottom = page.height - (above + strip.height) * down;
        return `q ${strip.width * across} 0 0 ${strip.height * down} ${left * across} ${bottom} cm /I${index} Do Q`;
      }
      const height = (page.height * strip.height) / rows;
      top -= height;
      return `q ${page.width} 0 0 ${height} 0 ${top} cm /I${index} Do Q`;
    });
    const images = page.strips.map(
      (strip, index) =>
        `/I${index} ${add(`/Type /XObject /Subtype /Image /Width ${strip.width} /Height ${strip.height} ${strip.coding}`, strip.bytes)} 0 R`,
    );
    const content = add('', Buffer.from(drawn.join('\n'), 'latin1'));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${content} 0 R /Resources << /XObject << ${images.join(' ')} >> >> >>`,
    );
  });
  objects[1] = Buffer.from(
    `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`,
    'latin1',
  );
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets = objects.map((object, index) => {
    const start = at;
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`, 'latin1'),
      object,
      Buffer.from('\nendobj\n', 'latin1'),
    ]);
    parts.push(whole);
    at += whole.length;
    return start;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      'latin1',
    ),
  );
  return Buffer.concat(parts);
}
