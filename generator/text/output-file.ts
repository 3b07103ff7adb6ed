/** A file to be written: `path` is relative to the output folder, with forward slashes; `text` ends with a line feed. */
export interface OutputFile {
	readonly path: string;
	readonly text: string;
}
