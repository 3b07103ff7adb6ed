import { type Code, code } from "../../code/code.ts";
import type { OutputFile } from "../../text/output-file.ts";

/** The runtime's files and what each of them exports. */
export interface Runtime {
	readonly files: readonly OutputFile[];
	/** The file that exports a name: `src/runtime/call.ts`. */
	readonly homes: ReadonlyMap<string, string>;
	/** Names that exist for the type checker alone. */
	readonly types: ReadonlySet<string>;
}

/** What the client's own files import from the runtime. */
const imported = [
	"allFeatures",
	"ApiPromise",
	"ApiStream",
	"byLink",
	"byMark",
	"byNumber",
	"basic",
	"call",
	"ClientCore",
	"CoreConfig",
	"CoreOptions",
	"createCore",
	"encodeForm",
	"encodeMultipart",
	"encodeRaw",
	"Feature",
	"givenSchemas",
	"listed",
	"ListOperation",
	"ListOptions",
	"inCookie",
	"inQuery",
	"Operation",
	"ownServer",
	"RawBody",
	"PagePromise",
	"readBytes",
	"readEvents",
	"readLines",
	"readText",
	"readTextEvents",
	"RequestOptions",
	"resource",
	"ResourceClass",
	"ResourceTree",
	"Secret",
	"SuggestedBody",
	"Uploadable",
	"validation",
	"withOptions",
] as const;

export type RuntimeName = (typeof imported)[number];

/** What users of the client write down: the classes of errors, the parts that a client can be given, types. */
export function publicNames({ homes }: Runtime): readonly string[] {
	const others = [
		"allFeatures",
		"ClientCore",
		"Clock",
		"explainPaths",
		"Feature",
		"Fetch",
		"FetchOptions",
		"followRedirects",
		"fromBase64",
		"HeadersInput",
		"limitResponses",
		"ListOptions",
		"ListPage",
		"Logger",
		"logging",
		"LogLevel",
		"Middleware",
		"OutgoingRequest",
		"PagePromise",
		"Propagator",
		"Query",
		"RawBody",
		"RequestOptions",
		"RequestSpan",
		"retryHints",
		"renewal",
		"wideArguments",
		"SchemaSet",
		"Secret",
		"SuggestedBody",
		"toBase64",
		"toFile",
		"Tracer",
		"tracing",
		"Uploadable",
		"validation",
	];
	return [...homes.keys()]
		.filter(
			(name) => /^Api[A-Z]|[a-z]Error$/.test(name) || others.includes(name),
		)
		.sort();
}

/** Names that nothing in the client may take from the runtime. */
export function runtimeNames(runtime: Runtime): readonly string[] {
	return [...imported, ...publicNames(runtime)];
}

/** Reads off the runtime's files, ours and plain, what they export. */
export function readRuntime(files: readonly OutputFile[]): Runtime {
	const homes = new Map<string, string>();
	const types = new Set<string>();
	const values = new Set<string>();
	for (const { path, text } of files)
		for (const [, kind = "", name = ""] of text.matchAll(exported)) {
			homes.set(name, runtimePath(path));
			(/^(interface|type)$/.test(kind) ? types : values).add(name);
		}
	// A class that is made by a function is a type and a value of one name.
	for (const name of values) types.delete(name);
	return { files, homes, types };
}

/** The runtime's files as they are, under a banner. */
export function runtimeFiles(
	{ files }: Runtime,
	banner: Code,
): readonly OutputFile[] {
	return files.map(({ path, text }) => ({
		path: runtimePath(path),
		text: `${code`${banner}\n`}${text}`,
	}));
}

const exported =
	/^export (?:declare )?(?:async )?(?:abstract )?(class|function|interface|type|const) (\w+)/gm;

function runtimePath(path: string): string {
	return `src/runtime/${path}`;
}
