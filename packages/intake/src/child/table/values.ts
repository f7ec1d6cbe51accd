/** 0.1 + 0.2 is kept by Excel as 0.30000000000000004 and shown as 0.3. */
export function plainNumber(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(Number(number.toPrecision(15))) : value;
}

/** Days since 30 December 1899 (Excel counts a 29 February 1900 that never was), or since 1904. */
export function dayOf(serial: number, early: boolean): string {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return String(serial);
  const day = new Date(Date.UTC(early ? 1904 : 1899, early ? 0 : 11, early ? 1 : 30) + Math.floor(serial) * 86_400_000);
  return day.toISOString().slice(0, 10);
}

/** Formats of cells that show a day: those built in (ECMA-376 18.8.30), and own ones with y and d or m. */
export function showsDay(id: number, own: string | undefined): boolean {
  if (own !== undefined) {
    const code = own.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
    if (/y/iu.test(code) && /[dm]/iu.test(code)) return true;
  }
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);
}
