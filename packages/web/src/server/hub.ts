/** What happened to a case, for whoever watches. */
export type Happening = { readonly kind: 'changed' | 'removed'; readonly id: string };

/** Tells watchers that a case changed; they look up for themselves what it is now. */
export class Hub {
  readonly #watchers = new Set<(happening: Happening) => void>();

  changed(id: string): void {
    this.#tell({ kind: 'changed', id });
  }

  removed(id: string): void {
    this.#tell({ kind: 'removed', id });
  }

  /** Watches until the function given back is called. */
  watch(watcher: (happening: Happening) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #tell(happening: Happening): void {
    for (const watcher of this.#watchers) watcher(happening);
  }
}
