/** Extracted values less sure than this are treated as not known. */
export const leastConfidence = 0.5;
