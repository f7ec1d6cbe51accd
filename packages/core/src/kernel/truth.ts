/** Kleene's third value is `null`: not known. It never reads as compliant and never as a defect. */
export type Truth = true | false | null;

export function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

export function or(left: Truth, right: Truth): Truth {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}

export function not(value: Truth): Truth {
  return value === null ? null : !value;
}
