/** The entry that is highlighted in both table and figure; one a page. */
let highlighted: string | null = null;
const listeners = new Set<() => void>();

export const highlightedEntry = {
  get: (): string | null => highlighted,
  getOnServer: (): null => null,
  set(id: string | null): void {
    if (id === highlighted) return;
    highlighted = id;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
