/** Why the output folder, or a file in it, is left alone. */
export interface Refusal {
	/** The folder as it was given, or the file's path inside it. */
	readonly path: string;
	/** One sentence without a full stop. */
	readonly message: string;
	readonly help: string;
}
