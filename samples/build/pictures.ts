import type { Browser } from 'playwright-core';

/** Draws what is no text in a file: the round seal of an agency and photographs of the scene, as PNG and JPEG bytes. */
export async function drawPictures(
  browser: Browser,
  agencies: readonly string[],
  scenes: readonly string[],
): Promise<Map<string, Buffer>> {
  const pictures = new Map<string, Buffer>();
  const tab = await browser.newPage({ deviceScaleFactor: 1 });
  try {
    for (const agency of new Set(agencies)) {
      await tab.setViewportSize({ width: 300, height: 300 });
      await tab.setContent(`<body style="margin:0;background:transparent">${sealOf(agency)}</body>`);
      pictures.set(`seal:${agency}`, await tab.screenshot({ omitBackground: true, type: 'png' }));
    }
    for (const scene of new Set(scenes)) {
      await tab.setViewportSize({ width: 720, height: 480 });
      await tab.setContent(`<body style="margin:0">${sceneOf(scene)}</body>`);
      pictures.set(scene, await tab.screenshot({ type: 'jpeg', quality: 62 }));
    }
    return pictures;
  } finally {
    await tab.close();
  }
}

function sealOf(agency: string): string {
  const spread = Math.min(292, 26 * agency.length);
  const letters = [...agency].map((char, index) => {
    const angle = -spread / 2 + (spread / Math.max(agency.length - 1, 1)) * index;
    return `<g transform="rotate(${angle} 150 150)"><text x="150" y="50" text-anchor="middle" font-size="33">${char}</text></g>`;
  });
  const star = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 44 : 17;
    const angle = (Math.PI / 5) * index - Math.PI / 2;
    return `${(150 + radius * Math.cos(angle)).toFixed(1)},${(150 + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `<svg width="300" height="300" fill="#d2231c" font-family="Noto Serif CJK SC" font-weight="bold">
<circle cx="150" cy="150" r="142" fill="none" stroke="#d2231c" stroke-width="7"/>${letters.join('')}
<polygon points="${star.join(' ')}"/></svg>`;
}

/** A scene is `what:tint`; the tint only varies the colours, so that two photographs of one place differ. */
function sceneOf(scene: string): string {
  const [what = '', tint = '0'] = scene.split(':');
  const hue = (Number(tint) * 47 + 30) % 360;
  const drawing = drawings[what];
  if (drawing === undefined) throw new Error(`no drawing for the scene ${scene}`);
  return `<svg width="720" height="480"><defs><linearGradient id="light" x2="1" y2="1"><stop stop-color="#fff" stop-opacity=".35"/>
<stop offset="1" stop-opacity=".35"/></linearGradient></defs>${drawing(hue)}<rect width="720" height="480" fill="url(#light)"/></svg>`;
}

const box = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
const row = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

const drawings: Readonly<Record<string, (hue: number) => string>> = {
  shelf: (hue) =>
    box(0, 0, 720, 480, '#d9d3c7') +
    row(
      3,
      (level) =>
        box(40, 150 + level * 140, 640, 12, '#7a6a55') +
        row(
          9,
          (index) =>
            box(
              56 + index * 70,
              60 + level * 140,
              54,
              90,
              `hsl(${hue + index * 9 + level * 40} 45% ${45 + (index % 3) * 8}%)`,
            ) + box(62 + index * 70, 84 + level * 140, 42, 34, '#f4f0e4'),
        ),
    ),
  label: (hue) =>
    box(0, 0, 720, 480, '#8d8577') +
    box(160, 40, 400, 400, `hsl(${hue} 40% 82%)`) +
    box(190, 70, 340, 60, `hsl(${hue} 55% 40%)`) +
    row(9, (index) => box(200, 160 + index * 28, 320 - (index % 4) * 46, 8, '#555')),
  chimney: (hue) =>
    box(0, 0, 720, 300, '#a9c3d6') +
    box(0, 300, 720, 180, '#6f7466') +
    box(90, 190, 380, 190, `hsl(${hue} 12% 60%)`) +
    box(500, 60, 46, 320, '#8f8f8f') +
    box(120, 230, 60, 50, '#4e5a63') +
    box(220, 230, 60, 50, '#4e5a63') +
    box(320, 230, 60, 50, '#4e5a63') +
    row(
      5,
      (index) =>
        `<circle cx="${530 + index * 34}" cy="${60 - index * 10}" r="${26 + index * 9}" fill="#dcdcdc" opacity=".7"/>`,
    ),
  site: (hue) =>
    box(0, 0, 720, 280, '#bcd0dd') +
    box(0, 280, 720, 200, '#a68a63') +
    row(5, (index) => box(150, 70 + index * 60, 330, 8, '#777')) +
    row(7, (index) => box(150 + index * 53, 50, 8, 320, '#8a8a8a')) +
    box(540, 20, 12, 350, `hsl(${hue} 80% 50%)`) +
    box(400, 30, 300, 10, `hsl(${hue} 80% 50%)`),
  workshop: (hue) =>
    box(0, 0, 720, 480, '#c8ccc9') +
    box(0, 330, 720, 150, '#7d8785') +
    row(
      3,
      (index) =>
        box(60 + index * 220, 200, 160, 150, `hsl(${hue + index * 20} 30% 45%)`) +
        box(90 + index * 220, 230, 60, 40, '#e8e8d0'),
    ) +
    box(0, 40, 720, 14, '#e0b23a'),
  sacks: (hue) =>
    box(0, 0, 720, 480, '#b9b19f') +
    row(4, (level) =>
      row(
        5,
        (index) =>
          `<rect x="${90 + index * 110}" y="${330 - level * 74}" width="102" height="66" rx="16" fill="hsl(${hue + level * 6} 35% ${60 + (index % 2) * 8}%)"/>`,
      ),
    ),
  truck: (hue) =>
    box(0, 0, 720, 300, '#c6d6de') +
    box(0, 300, 720, 180, '#777') +
    box(110, 140, 360, 190, `hsl(${hue} 50% 45%)`) +
    box(480, 200, 120, 130, '#e9e9e9') +
    box(500, 215, 80, 50, '#5c7486') +
    `<circle cx="200" cy="345" r="38" fill="#222"/><circle cx="390" cy="345" r="38" fill="#222"/><circle cx="540" cy="345" r="38" fill="#222"/>`,
  street: (hue) =>
    box(0, 0, 720, 260, '#cfd7d2') +
    box(0, 260, 720, 220, '#8c8c88') +
    box(60, 60, 260, 200, `hsl(${hue} 30% 70%)`) +
    box(380, 90, 260, 170, '#c9b79a') +
    row(
      12,
      (index) =>
        `<ellipse cx="${240 + (index % 6) * 42}" cy="${360 + Math.floor(index / 6) * 34}" rx="34" ry="22" fill="hsl(${hue + index * 25} 25% 45%)"/>`,
    ),
  counter: (hue) =>
    box(0, 0, 720, 480, '#ddd6c8') +
    box(60, 250, 600, 170, `hsl(${hue} 30% 40%)`) +
    box(90, 70, 220, 140, '#f3efe2') +
    box(360, 70, 260, 140, '#bcd') +
    row(6, (index) => box(100, 90 + index * 18, 190 - (index % 3) * 40, 6, '#666')),
};
