/** One thing that a team wants: to have one model scored, once. What became of it is as the site answered. */
export interface Intent {
  key: string;
  team: string;
  benchmark: string;
  /** The number of its model; null: a file that is refused. */
  model: number | null;
  asks: boolean;
  id: string | null;
  /** The site answered with an earlier submission of the same model. */
  alreadyScored: boolean;
  /** The code of the refusal. */
  refused: string | null;
  /** The site said yes to its withdrawal. */
  withdrawn: boolean;
  /** Its team has seen how it ended. */
  ended: string | null;
}
