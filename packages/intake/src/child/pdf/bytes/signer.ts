/** Object identifier 2.5.4.3, the common name, as DER. */
const commonName = Buffer.from([0x06, 0x03, 0x55, 0x04, 0x03]);

/** The name a signature container (PKCS #7) gives its signer: the common name with Chinese in it, else the last one; '' for none. */
export function nameIn(container: Buffer): string {
  const names: string[] = [];
  for (
    let at = container.indexOf(commonName);
    at >= 0 && names.length < 50;
    at = container.indexOf(commonName, at + 5)
  ) {
    const tag = container[at + 5];
    const length = container[at + 6] ?? 0;
    if (length > 127) continue;
    const content = container.subarray(at + 7, at + 7 + length);
    if (tag === 0x0c || tag === 0x13) names.push(content.toString('utf8'));
    else if (tag === 0x1e) names.push(new TextDecoder('utf-16be').decode(content));
  }
  return (names.find((name) => /\p{Script=Han}/u.test(name)) ?? names.at(-1) ?? '').slice(0, 100);
}
