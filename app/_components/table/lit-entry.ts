/** The entry that a reader has in hand, in the table or in the figure; one a page. */
let lit: string | null = null;
const listeners = new Set<() => void>();

export const litEntry = {
  get: (): string | null => lit,
  getOnServer: (): null => null,
  set(id: string | null): void {
    if (id === lit) return;
    lit = id;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
