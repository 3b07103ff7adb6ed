import type { Emitter } from "../index.ts";
import { isSafePath } from "../output/safe-path.ts";
import type { OutputFile } from "../text/output-file.ts";
import { UsageError } from "./exit.ts";

/** Emitters of a config, watched over. */
export interface OwnEmitters {
	readonly emitters: readonly Emitter[];
	/** Throws a `UsageError` where one of them makes a file that another output makes, too. */
	readonly check: (files: readonly OutputFile[]) => void;
}

/** Lets emitters of a config fail with their names, and takes nothing from them but files with paths that are safe. */
export function watchEmitters(emitters: readonly Emitter[]): OwnEmitters {
	const makers = new Map<string, { name: string; path: string }>();
	return {
		emitters: emitters.map((emitter) => ({
			name: emitter.name,
			emit(model, report) {
				const { name } = emitter;
				const files = filesOf(name, () => emitter.emit(model, report));
				for (const { path } of files) makers.set(keyOf(path), { name, path });
				return files;
			},
		})),
		check(files) {
			const taken = new Set<string>();
			for (const { path } of files) {
				const maker = makers.get(keyOf(path));
				if (taken.has(keyOf(path)) && maker !== undefined)
					throw fault(
						maker.name,
						`makes ${maker.path}, which another output makes, too`,
					);
				taken.add(keyOf(path));
			}
		},
	};
}

function filesOf(name: string, emit: () => unknown): readonly OutputFile[] {
	const made = attempt(name, emit);
	if (!Array.isArray(made))
		throw fault(name, "gave no list of files, { path, text }");
	return made.map((file) => {
		const { path, text } = Object(file);
		if (typeof path !== "string" || typeof text !== "string")
			throw fault(name, "gave something that is no file, { path, text }");
		if (!isSafePath(path) || keyOf(path) === ".docwright.json")
			throw fault(
				name,
				`gave the path ${JSON.stringify(path)}, which is none for a file of the output`,
			);
		return { path, text };
	});
}

function attempt(name: string, emit: () => unknown): unknown {
	try {
		return emit();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw fault(name, `failed: ${why}`, error);
	}
}

function fault(name: string, what: string, cause?: unknown): UsageError {
	const error = new UsageError({
		message: `The emitter ${name} of the config ${what}`,
		help: "Correct the emitter, or leave it out of the config's emitters",
	});
	error.cause = cause;
	return error;
}

/** What two paths have in common that are one file on some disk. */
function keyOf(path: string): string {
	return path.normalize("NFC").toLowerCase();
}
