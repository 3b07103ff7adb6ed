/**
 * A body that the docs do not describe: the properties of `T` are offered, none is required, and others may be sent.
 */
export type SuggestedBody<T> = { [K in keyof T]?: T[K] | undefined } & {
	[key: string]: unknown;
};
