/** Leaves out what XML 1.0 forbids, which would make a file that Word and Excel refuse to open. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/[[\p{Cc}\ufffe\uffff]--[\t\n\r]]/gv, '');
}
