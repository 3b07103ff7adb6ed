/** The disk did not let us write, or read what was written: where, and what the operating system calls it. Not a fault of the docs, nor of ours. */
export class OutputError extends Error {
	readonly path: string;
	readonly errno: string;

	constructor(
		path: string,
		errno: string,
		what: "read" | "written" = "written",
	) {
		super(`${path} could not be ${what} (${errno})`);
		this.name = "OutputError";
		this.path = path;
		this.errno = errno;
	}
}
