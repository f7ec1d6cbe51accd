import type { Fate, WordWriter } from '../word/writer.ts';

/** What holds at a place of an RTF; groups put it back at their end. */
export interface State {
  writer: WordWriter;
  /** Words are not of the text; `all` where pictures are not either. */
  skip: 'none' | 'words' | 'all';
  /** The word of a group within, from which on words are of the text again; '' for none. */
  until: string;
  /** What the words are gathered for, other than the text. */
  within: '' | 'fonttbl' | 'colortbl' | 'revtbl' | 'mark' | 'entry';
  font: number;
  /** How many characters for older programs stand behind one of Unicode. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  inserted: boolean;
  struck: boolean;
  small: boolean;
  shaded: boolean;
  colour: number;
  author: number;
  /** Tables the paragraph stands in, one in the other. */
  depth: number;
  centred: boolean;
  paragraphShaded: boolean;
  picture: { width: number; height: number; across: number; up: number } | null;
  field: { kind: number; chosen: number; usual: number; readonly entries: string[] } | null;
}

/** Words in their plainest look. */
export const plainLook = {
  font: 0,
  hidden: false,
  deleted: false,
  inserted: false,
  struck: false,
  small: false,
  shaded: false,
  colour: 0,
  author: -1,
} as const;

/** A paragraph in its plainest shape. */
const plainShape = { depth: 0, centred: false, paragraphShaded: false } as const;

/** What holds at the beginning of a part that this puts together. */
export function stateFor(writer: WordWriter): State {
  const rest = { skip: 'none', until: '', within: '', fallback: 1, picture: null, field: null } as const;
  return { writer, ...rest, ...plainLook, ...plainShape };
}

export function fateOf(state: State, isWhite: boolean): Fate {
  if (state.deleted) return 'deleted';
  const unseen = isWhite && !state.shaded && !state.paragraphShaded && state.depth === 0;
  if (state.hidden || state.small || unseen) return 'hidden';
  if (state.struck) return 'struck';
  return state.inserted ? 'inserted' : 'shown';
}

/** Half points of type that nobody can read. */
const unreadablySmall = 2;
const mostDeep = 20;

/** Follows the words that set how text looks and where it stands. */
export function follow(state: State, word: string, value: number | null): void {
  const on = value !== 0;
  const number = value ?? 0;
  switch (word) {
    case 'plain':
      Object.assign(state, plainLook, { author: state.author });
      break;
    case 'pard':
      Object.assign(state, plainShape);
      break;
    case 'intbl':
      state.depth = Math.max(1, state.depth);
      break;
    case 'itap':
      state.depth = Math.min(mostDeep, Math.max(0, number));
      break;
    case 'qc':
      state.centred = true;
      break;
    case 'ql':
    case 'qj':
    case 'qr':
    case 'qd':
      state.centred = false;
      break;
    case 'f':
      state.font = number;
      break;
    case 'uc':
      state.fallback = Math.max(0, number);
      break;
    case 'v':
    case 'webhidden':
      state.hidden = on;
      break;
    case 'deleted':
      state.deleted = on;
      break;
    case 'revised':
      state.inserted = on;
      break;
    case 'revauth':
    case 'revauthdel':
      state.author = number;
      break;
    case 'strike':
    case 'striked':
      state.struck = on;
      break;
    case 'fs':
      state.small = number <= unreadablySmall;
      break;
    case 'cf':
      state.colour = number;
      break;
    case 'highlight':
    case 'chcbpat':
    case 'cb':
    case 'chshdng':
      state.shaded = number > 0;
      break;
    case 'cbpat':
    case 'shading':
      state.paragraphShaded = number > 0;
      break;
    default:
      break;
  }
}
