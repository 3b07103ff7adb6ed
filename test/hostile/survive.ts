import { checkConfig } from "../../generator/cli/config-schema.ts";
import type { Diagnostic } from "../../generator/diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../generator/diagnostics/format.ts";
import { redactModel } from "../../generator/model/redact.ts";
import { loadAssets } from "../../generator/output/assets.ts";
import { checkPaths } from "../../generator/output/safe-path.ts";
import {
	defaultEmitters,
	emitFiles,
	type Reading,
	readDocs,
} from "../../generator/pipeline.ts";
import type { OutputFile } from "../../generator/text/output-file.ts";
import { markdownFaults } from "./markdown-faults.ts";
import type { Slot } from "./slots.ts";
import { proseFaults, readSource } from "./source-faults.ts";

/** What became of one hostile text in one slot. */
export interface Outcome {
	/** `output`, or the codes of the errors that nothing was written for. */
	readonly ended: "output" | "diagnostic";
	readonly faults: readonly string[];
	/** The text reached some file of the output. */
	readonly reached: boolean;
	/** All of `src/` but what is copied, for the compiler; and what it says in short. */
	readonly sources: readonly OutputFile[];
	readonly tokens: string;
}

const packaged = { name: "hostile-client", version: "1.0.0" };
const assets = await loadAssets();
const emitters = await defaultEmitters({
	package: packaged,
	className: "Client",
	assets,
});

/** What is copied into every output: its text below the banner. */
export const copied: ReadonlyMap<string, string> = new Map([
	...assets.runtime.map(
		({ path, text }) => [`src/runtime/${path}`, text] as const,
	),
	...assets.testing.map(
		({ path, text }) => [`src/testing/${path}`, text] as const,
	),
	...assets.harness.map(({ path, text }) => [`test/${path}`, text] as const),
]);

/** Puts a text into a slot, makes all files of the docs in memory, and says what is wrong with them. */
export function survive(slot: Slot, text: string): Outcome {
	const options = slot.options?.(text) ?? {};
	const config = checkConfig(options);
	if ("faults" in config)
		return ending(
			config.faults.filter((fault) => !/^\w[^\n]* must/.test(fault)),
		);
	let reading: Reading;
	let made: ReturnType<typeof emitFiles>;
	try {
		reading = readDocs(slot.docs(text), options);
		if (reading.diagnostics.some(({ severity }) => severity === "error"))
			return ending(diagnosticFaults(reading.diagnostics));
		made = emitFiles(reading, emitters);
		checkPaths(made.files);
	} catch (error) {
		return ending([`thrown: ${error instanceof Error ? error.stack : error}`]);
	}
	const { files } = made;
	const faults = diagnosticFaults([
		...reading.diagnostics,
		...made.diagnostics,
	]);
	faults.push(...files.flatMap((file) => fileFaults(file)));
	const harmless = new Map(
		emitFiles(
			{ ...reading, model: withoutProse(reading.model) },
			emitters,
		).files.map(({ path, text }) => [path, text]),
	);
	const shown = redactModel(reading.model).model;
	const known = stringsOf(shown);
	const said = new Set<string>();
	const tokens: string[] = [];
	const sources = files.filter(
		({ path }) => /^(?:src|test)\/.*\.ts$/.test(path) && !copied.has(path),
	);
	for (const { path, text } of sources) {
		const source = readSource(text, known);
		for (const each of source.said) said.add(each);
		if (path.startsWith("src/")) tokens.push(path, source.tokens);
		faults.push(...source.faults.map((fault) => `${path}: ${fault}`));
		const other = harmless.get(path);
		// Without its prose an operation may have another example, and so another test.
		if (other !== undefined && path.startsWith("src/"))
			faults.push(
				...proseFaults(text, other).map((fault) => `${path}: ${fault}`),
			);
	}
	for (const name of wireNames(shown))
		if (!said.has(name)) faults.push(`${JSON.stringify(name)} was lost`);
	return {
		ended: "output",
		faults,
		reached: files.some((file) => file.text.includes("Zebra")),
		sources: files.filter(
			({ path }) => path.startsWith("src/") || path.startsWith("fixtures/"),
		),
		tokens: tokens.join("\n"),
	};
}

function ending(faults: readonly string[]): Outcome {
	return {
		ended: "diagnostic",
		faults,
		reached: false,
		sources: [],
		tokens: "",
	};
}

const plain = Object.fromEntries(
	["error", "warning", "info", "quiet", "strong"].map((name) => [
		name,
		(text: string) => text,
	]),
) as Parameters<typeof formatDiagnostic>[1]["palette"];

/** What a terminal and a build server would be told. */
function diagnosticFaults(diagnostics: readonly Diagnostic[]): string[] {
	const faults: string[] = [];
	for (const diagnostic of diagnostics) {
		const text = formatDiagnostic(diagnostic, {
			palette: plain,
			pathOf: (file) => file,
			withHelp: true,
		});
		if (unseen.test(text))
			faults.push(`a terminal would obey ${JSON.stringify(text)}`);
		if (/^::|^##/m.test(text))
			faults.push(`a build server would obey ${JSON.stringify(text)}`);
		if (!/:\d+:\d+: (?:error|warning|info) [a-z]+\/[a-z-]+: /.test(text))
			faults.push(`a diagnostic without a place: ${JSON.stringify(text)}`);
	}
	return faults;
}

/** Raw characters that no file of ours has: controls, directions, marks without width, halves of pairs. */
const unseen =
	/(?![\n\t])\p{Cc}|[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;

function fileFaults({ path, text }: OutputFile): readonly string[] {
	const faults: string[] = [];
	const [raw] = unseen.exec(text) ?? [];
	if (raw !== undefined)
		faults.push(`a raw U+${raw.codePointAt(0)?.toString(16)}`);
	const copy = copied.get(path);
	if (copy !== undefined && !isCopy(text, copy)) faults.push("is no copy");
	if (path.endsWith(".json")) faults.push(...jsonFaults(path, text));
	if (path.endsWith(".md")) faults.push(...markdownFaults(text));
	if (/\.(?:js|mjs|cjs|sh|html)$/.test(path) && !isCopy(text, script(path)))
		faults.push("holds text of the docs");
	return faults.map((fault) => `${path}: ${fault}`);
}

/** A file that is copied has one comment above it and nothing else. */
function isCopy(text: string, copy: string): boolean {
	if (!text.endsWith(copy)) return false;
	const top = text.slice(0, -copy.length).trim();
	return top.startsWith("/*") && top.indexOf("*/") === top.length - 2;
}

function jsonFaults(path: string, text: string): readonly string[] {
	const value: unknown = JSON.parse(text);
	if (Object.keys(Object.prototype).length > 0)
		return ["has changed all objects"];
	if (path !== "package.json") return [];
	const other = JSON.parse(harmlessText(path) ?? "") as Record<string, unknown>;
	const { description: _, ...rest } = value as Record<string, unknown>;
	const { description: __, ...meant } = other;
	return JSON.stringify(rest) === JSON.stringify(meant)
		? []
		: ["is another package"];
}

const harmlessFiles = new Map<string, string>();
function harmlessText(path: string): string | undefined {
	if (harmlessFiles.size === 0) {
		const docs = [
			{ file: "a.md", text: "# A\n\n## B\n\n**GET** `/c`\n\nD.\n" },
		];
		for (const file of emitFiles(readDocs(docs), emitters).files)
			harmlessFiles.set(file.path, file.text);
	}
	return harmlessFiles.get(path);
}

/** A script of the output without the comment above it. */
function script(path: string): string {
	return (harmlessText(path) ?? "").replace(/^\/\*(?:(?!\*\/)[\s\S])*\*\//, "");
}

const prose = new Set(["description", "summary", "title", "meaning", "note"]);

/** The same model with one word in place of all prose. */
function withoutProse(model: Reading["model"]): Reading["model"] {
	const { title } = model;
	const made = JSON.parse(JSON.stringify(model), (key, value: unknown) =>
		prose.has(key) && typeof value === "string" && value.trim() !== ""
			? "word"
			: value,
	) as Reading["model"];
	return { ...made, title };
}

/** Tells which strings generated code may hold: those of the model, parts of paths, and plain words. */
function stringsOf(model: unknown): (text: string) => boolean {
	const strings = new Set<string>();
	JSON.stringify(model, (key, value: unknown) => {
		strings.add(key);
		if (typeof value === "string") strings.add(value);
		// Names of headers are sent in lower case.
		if (typeof value === "string") strings.add(value.toLowerCase());
		return value;
	});
	return (text) =>
		/^[\w ./:@{}?=&;,*+-]*$/.test(text) ||
		strings.has(text) ||
		text
			.split("/")
			.every(
				(part) =>
					part === "" || strings.has(part) || strings.has(decoded(part)),
			);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}

/** What is sent and received under a name of the docs: parameters, and the properties of bodies. */
function wireNames({ operations }: Reading["model"]): readonly string[] {
	return operations.flatMap(({ parameters, body }) => [
		// The runtime sends no cookies of its own.
		...parameters
			.filter((parameter) => parameter.in !== "cookie")
			.map(({ name }) => name),
		...(body?.shape.kind === "object"
			? body.shape.properties.map(({ name }) => name)
			: []),
	]);
}
