/** Radii of marks, px: of points in a figure, on a card, among thousands and within text; of the ring around a highlighted one. */
export const markRadius = { figure: 3.4, card: 3.1, crowd: 2.3, icon: 3.9, ring: 8 } as const;
