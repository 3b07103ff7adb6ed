/** The shells that can complete the command. */
export const shells = ["bash", "zsh", "fish"] as const;

export type Shell = (typeof shells)[number];
