import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { createReporter, type Report } from "../diagnostics/reporter.ts";
import type { SourceText } from "../text/source.ts";
import { acceptDocument, top } from "./accept-document.ts";
import { inBatches } from "./batches.ts";
import { type Found, findDocs } from "./find-docs.ts";
import { realPathOf } from "./look-at.ts";
import { nameDocuments } from "./name-documents.ts";
import { largestDocument, readDocument } from "./read-document.ts";

export interface DocsRequest {
	/** Files, folders and globs, as they were written. */
	readonly patterns: readonly string[];
	/** Absolute: where relative patterns start. */
	readonly base: string;
	/** Absolute: documents below it are named from here. */
	readonly root: string;
	/** Absolute: the output folder, which is passed over when documents are looked for. */
	readonly out?: string;
	readonly limits?: FileLimits;
}

/** How much is read at all. */
export interface FileLimits {
	/** Bytes of one document; 32 MiB unless stated. */
	readonly bytes?: number | undefined;
	/** Documents; 50,000 unless stated. */
	readonly files?: number | undefined;
}

const mostDocuments = 50_000;

export interface Docs {
	/** Sorted by name, so that the order of arguments and of the disk does not matter. */
	readonly documents: readonly SourceText[];
	readonly diagnostics: readonly Diagnostic[];
	/** The absolute path of everything that a document or a diagnostic names. */
	readonly paths: ReadonlyMap<string, string>;
	/** The folders that the documents were looked for in; absolute. */
	readonly folders: readonly string[];
}

/** Finds and reads the documents. What is wrong with a file is a diagnostic, never an exception. */
export async function loadDocs(request: DocsRequest): Promise<Docs> {
	const { patterns, base, root, out } = request;
	const { report, diagnostics } = createReporter();
	const paths = new Map<string, string>();
	const found: Found[] = [];
	for (const pattern of patterns) {
		const matches = await findDocs(pattern, base, out);
		found.push(...matches);
		if (matches.some(({ fault }) => fault?.kind !== "outside")) continue;
		report("docs/not-found", top(pattern), { pattern });
	}
	const { bytes = largestDocument, files: most = mostDocuments } =
		request.limits ?? {};
	const all = withoutTwins(found);
	const tooMany = all.length > most;
	const single = tooMany ? all.slice(0, 1) : all;
	const names = nameDocuments(single, root);
	const documents: SourceText[] = [];
	await inBatches(single, (one) => {
		const file = names.get(one.path) ?? one.path;
		paths.set(file, one.path);
		if (tooMany) {
			report("docs/too-many", top(file), { found: all.length, limit: most });
			return;
		}
		const text = read(one, { file, bytes, report });
		if (text !== undefined) documents.push({ file, text });
	});
	documents.sort((a, b) => (a.file < b.file ? -1 : 1));
	const folders = [...new Set(single.map(({ folder }) => folder))];
	return { documents, diagnostics: diagnostics(), paths, folders };
}

/** Each document once, whatever arguments and links lead to it: by its real path, from the outermost folder. */
function withoutTwins(found: readonly Found[]): readonly Found[] {
	const single = new Map<string, Found>();
	for (const one of found) {
		const real = one.fault ? one.path : realPathOf(one.path);
		const other = single.get(real);
		if (other === undefined || rank(one, real) < rank(other, real))
			single.set(real, one);
	}
	return [...single.values()];
}

/** Orders the ways to one document: real paths before links, outer folders before inner ones. */
function rank({ path, folder }: Found, real: string): string {
	const depth = String(folder.length).padStart(6, "0");
	return `${path === real ? 0 : 1}${depth}${path}`;
}

function read(
	{ path, fault }: Found,
	{ file, bytes, report }: { file: string; bytes: number; report: Report },
): string | undefined {
	if (fault?.kind === "outside") report("docs/outside", top(file), {});
	if (fault?.kind === "unreadable")
		report("docs/unreadable", top(file), { errno: fault.errno });
	if (fault !== undefined) return undefined;
	return acceptDocument(readDocument(path, bytes), file, report);
}
