import { rmSync } from "node:fs";
import { join } from "node:path";
import {
	digestOfTree,
	docsOf,
	litterOf,
	newFolder,
	project,
	type Ran,
	type RunOptions,
	run,
} from "./project.ts";

/** What a fault that was tried came to. */
export interface Attempt {
	/** What was tried, and with what result. */
	readonly said: string;
	/** What is wrong; empty when all is well. */
	readonly faults: readonly string[];
	/** Why a part of it could not be tried here. */
	readonly skipped?: string;
}

export interface Amounts {
	readonly kills: number;
	readonly seed: number;
	/** How often things are tried that chance has a say in. */
	readonly rounds: number;
	readonly onLine: (line: string) => void;
}

/** Collects what is wrong. */
export interface Book {
	readonly faults: string[];
	readonly expect: (what: string, found: unknown, wanted: unknown) => void;
}

export function openBook(): Book {
	const faults: string[] = [];
	return {
		faults,
		expect(what, found, wanted) {
			if (JSON.stringify(found) !== JSON.stringify(wanted))
				faults.push(
					`${what}: ${JSON.stringify(found)} in place of ${JSON.stringify(wanted)}`,
				);
		},
	};
}

/** A project for one attempt. */
export interface Site {
	/** The project lies in it. */
	readonly root: string;
	readonly cwd: string;
	readonly out: string;
	readonly generate: (
		options?: RunOptions,
		...args: readonly string[]
	) => Promise<Ran>;
	/** Makes the docs those of an edition. */
	readonly edit: (edition: "first" | "second") => void;
	readonly tree: () => string;
	readonly litter: () => readonly string[];
}

const parts = 6;

/** Makes a project, lets something be done with it, and removes it. */
export async function withSite<T>(
	work: (site: Site) => Promise<T>,
	name = "project",
): Promise<T> {
	const root = newFolder();
	const cwd = join(root, name);
	const out = join(cwd, "out");
	const edit = (edition: "first" | "second") => {
		rmSync(join(cwd, "spec"), { recursive: true, force: true });
		project(cwd, docsOf(edition, parts));
	};
	edit("first");
	try {
		return await work({
			root,
			cwd,
			out,
			edit,
			generate: (options = {}, ...args) =>
				run(
					cwd,
					["generate", "-o", "out", "--no-cache", "--quiet", ...args],
					options,
				),
			tree: () => digestOfTree(out),
			litter: () => litterOf(out),
		});
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

/** The digests of the trees that both editions give. */
export async function digestsOfEditions(): Promise<
	Readonly<Record<"first" | "second", string>>
> {
	return withSite(async ({ generate, edit, tree }) => {
		await generate();
		const first = tree();
		edit("second");
		await generate();
		return { first, second: tree() };
	});
}
