import type { Fate } from '../word/writer.ts';

/** What rules of looks say of words that nobody sees. */
const unseen =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0*(?:\.\d+|[01])?(?:pt|px|em)?\s*(?:;|$)|opacity\s*:\s*0*(?:\.0\d*)?\s*(?:;|$))/iu;
const white = /(?:^|;)\s*color\s*:\s*(?:white|#fff(?:fff)?|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:;|$)/iu;
const ground = /(?:^|;)\s*(?:background|background-color|mso-highlight)\s*:/iu;
const crossed = /(?:^|;)\s*text-decoration[^;]*line-through/iu;

const mostOfRules = 2_000_000;
const longestRule = 10_000;

/** Looks that classes of a page give, as far as they matter here. */
export class Classes {
  readonly #rules = new Map<string, string>();

  /** Takes the rules of a page; those of single classes are all that programs of offices write. */
  take(rules: string): void {
    for (const rule of rules.slice(0, mostOfRules).split('}')) {
      const open = rule.lastIndexOf('{');
      if (open < 0 || rule.length > longestRule) continue;
      const body = rule.slice(open + 1);
      for (const selector of rule.slice(0, open).split(',')) {
        const name = /(?:^|\s)[a-z]{0,20}\.([\w-]{1,80})\s*$/iu.exec(selector.slice(-200))?.[1];
        if (name !== undefined) this.#rules.set(name, `${this.#rules.get(name) ?? ''};${body}`.slice(0, longestRule));
      }
    }
  }

  of(names: string | undefined): string {
    return (names ?? '')
      .split(/\s+/u)
      .map((name) => this.#rules.get(name) ?? '')
      .join(';');
  }
}

/** What becomes of the words in an element that stands in one with this fate; `shaded` where something is painted behind them. */
export function fateIn(
  before: { readonly fate: Fate; readonly shaded: boolean },
  name: string,
  look: string,
): { readonly fate: Fate; readonly shaded: boolean } {
  const shaded = before.shaded || ground.test(look);
  if (before.fate === 'deleted' || before.fate === 'hidden') return before;
  if (name === 'del') return { fate: 'deleted', shaded };
  if (unseen.test(look) || (white.test(look) && !shaded)) return { fate: 'hidden', shaded };
  if (['s', 'strike'].includes(name) || crossed.test(look)) return { fate: 'struck', shaded };
  return { fate: name === 'ins' ? 'inserted' : before.fate, shaded };
}
