import { execFile } from "node:child_process";

/** Git could not do what was asked of it; the message is one sentence without a full stop. */
export class GitError extends Error {
	readonly help: string;

	constructor(message: string, help: string) {
		super(message);
		this.name = "GitError";
		this.help = help;
	}
}

/** Git ran and said no. */
class GitFailure extends GitError {
	constructor(command: string, said: string) {
		const [first = ""] = said.trim().split("\n");
		super(
			`git ${command} failed: ${first}`,
			"Run git fsck, or fetch what is missing; nothing is fetched from here",
		);
	}
}

/** A file of a tree that git keeps. */
export interface GitEntry {
	/** From the tree, with forward slashes. */
	readonly path: string;
	readonly type: "blob" | "tree" | "commit";
	readonly isLink: boolean;
	readonly object: string;
	/** Bytes; 0 for what is no file. */
	readonly bytes: number;
}

/** A repository as it was: only read from, and nothing in it is run. */
export interface Repository {
	/** Absolute. */
	readonly top: string;
	/** From `top` to the folder it was asked for in: `packages/api/`, or nothing. */
	readonly prefix: string;
}

/** Finds the repository that a folder lies in. */
export async function openRepository(folder: string): Promise<Repository> {
	const args = ["rev-parse", "--show-toplevel", "--show-prefix"];
	const found = await git(folder, args).catch((error: unknown) => {
		// Other reasons, such as a folder of another owner, are told in git's words.
		if (!(error instanceof GitFailure) || !/not a git repo/.test(error.message))
			throw error;
		throw new GitError(
			"This folder is in no git repository",
			"Name a folder, a file or a model.json instead of a revision",
		);
	});
	const [top = "", prefix = ""] = found.toString("utf8").split("\n");
	return { top, prefix };
}

/** The id of a revision's tree: `HEAD~1`, a tag, a branch, a commit. */
export async function findTree(
	{ top }: Repository,
	revision: string,
): Promise<string> {
	const unknown = (): never => {
		throw new GitError(
			`git knows no revision ${revision}`,
			"Name a commit, a tag or a branch; a clone that is shallow may have to fetch it first",
		);
	};
	// What begins so is an option for git, wherever it stands.
	if (revision === "" || revision.startsWith("-")) return unknown();
	const args = ["rev-parse", "--verify", "--quiet", `${revision}^{tree}`];
	const found = await git(top, args).catch((error: unknown) => {
		if (error instanceof GitFailure) return unknown();
		throw error;
	});
	return found.toString("utf8").trim();
}

/** What a tree has at a path; the files below it where that is a folder. Nothing where there is nothing. */
export async function listEntries(
	{ top }: Repository,
	tree: string,
	path: string,
): Promise<readonly GitEntry[]> {
	const list = ["ls-tree", "-z", "-l", "--full-tree"];
	if (path === "") return entriesIn(await git(top, [...list, "-r", tree]));
	const found = entriesIn(await git(top, [...list, tree, "--", path]));
	const [entry] = found;
	if (entry?.type !== "tree") return found;
	const below = await git(top, [...list, "-r", entry.object]);
	return entriesIn(below).map((one) => ({
		...one,
		path: `${path}/${one.path}`,
	}));
}

/** The bytes of files, in the same order. */
export async function readEntries(
	{ top }: Repository,
	entries: readonly GitEntry[],
): Promise<readonly Uint8Array[]> {
	if (entries.length === 0) return [];
	const input = entries.map(({ object }) => `${object}\n`).join("");
	const output = await git(top, ["cat-file", "--batch"], input);
	const files: Uint8Array[] = [];
	let at = 0;
	for (const { object, bytes } of entries) {
		// `<object> blob <size>`, a line feed, the bytes, a line feed.
		const start = output.indexOf("\n", at) + 1;
		const head = output.toString("utf8", at, start).trimEnd();
		if (head !== `${object} blob ${bytes}`)
			throw new GitFailure("cat-file", head);
		files.push(output.subarray(start, start + bytes));
		at = start + bytes + 1;
	}
	return files;
}

/** The tags that a commit's history has; none where there is no such commit. */
export async function tagsBefore(
	{ top }: Repository,
	revision: string,
): Promise<readonly string[]> {
	const args = ["tag", "--list", "--merged", revision];
	const found = await git(top, args).catch((error: unknown) => {
		if (error instanceof GitFailure) return "";
		throw error;
	});
	return found.toString().split("\n").filter(Boolean);
}

function entriesIn(output: Buffer): readonly GitEntry[] {
	return output
		.toString("utf8")
		.split("\0")
		.flatMap((line): GitEntry[] => {
			const found = /^(\d+) (blob|tree|commit) (\w+) +(\S+)\t(.*)$/s.exec(line);
			const [, mode, type, object = "", size, path = ""] = found ?? [];
			if (type !== "blob" && type !== "tree" && type !== "commit") return [];
			const bytes = size === "-" ? 0 : Number(size);
			// Git writes BAD for the size of what it does not have.
			if (Number.isNaN(bytes))
				throw new GitFailure("ls-tree", `${object} of ${path} is missing`);
			return [{ path, type, isLink: mode === "120000", object, bytes }];
		});
}

/** Runs git, without a shell. */
function git(
	cwd: string,
	args: readonly string[],
	input?: string,
): Promise<Buffer> {
	const env = {
		...process.env,
		LC_ALL: "C",
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		// A clone that lacks objects would fetch them, and nothing here opens a connection.
		GIT_ALLOW_PROTOCOL: "none",
	};
	const options = { cwd, env, encoding: "buffer", maxBuffer: 2 ** 30 } as const;
	return new Promise((resolve, reject) => {
		const child = execFile("git", args, options, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else if (error.code === "ENOENT")
				reject(
					new GitError(
						"A revision needs git, and there is none",
						"Install git, or name a folder, a file or a model.json",
					),
				);
			else reject(new GitFailure(args[0] ?? "", stderr.toString("utf8")));
		});
		child.stdin?.on("error", () => {});
		child.stdin?.end(input ?? "");
	});
}
