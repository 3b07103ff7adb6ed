import type { Definition, TypeLink } from "../model/definition.ts";
import { singular, wordsOf } from "../text/words.ts";

/** Finds the type that a name means where it stands. */
export interface TypeIndex {
	readonly find: (name: string, file: string) => Definition | undefined;
}

/**
 * Indexes types by place and by name. Where a document links the name, the link's target counts; else the name does: as
 * it is written, then its words in any case and number, then its last part alone, as long as only one type has it.
 */
export function indexTypes(
	definitions: readonly Definition[],
	links: readonly TypeLink[],
): TypeIndex {
	const places = new Map<string, Definition>();
	const files = new Map<string, readonly Definition[]>();
	const names = new Map<string, readonly Definition[]>();
	const add = (key: string, one: Definition) => {
		const known = names.get(key) ?? [];
		if (!known.includes(one)) names.set(key, [...known, one]);
	};
	for (const one of definitions) {
		const file = bareFile(one.file);
		files.set(file, [...(files.get(file) ?? []), one]);
		for (const anchor of one.anchors)
			for (const key of anchorKeys(anchor))
				if (!places.has(`${file}#${key}`)) places.set(`${file}#${key}`, one);
		for (const key of nameKeys(one.name)) add(key, one);
	}
	const targets = linkedNames(links);
	const linked = (name: string, file: string) => {
		const urls = targets.get(`${file}\n${name}`) ?? new Set();
		const [url, ...others] = urls;
		return url === undefined || others.length > 0
			? undefined
			: byTarget(url, file, name, places, files);
	};
	const named = (name: string, file: string) => {
		for (const key of nameKeys(name)) {
			const all = names.get(key) ?? [];
			const near = all.filter((one) => one.file === file);
			const [only] = near.length === 1 ? near : all;
			if (near.length === 1 || all.length === 1) return only;
			if (all.length > 1) return undefined;
		}
		return undefined;
	};
	return { find: (name, file) => linked(name, file) ?? named(name, file) };
}

/** The addresses that each document's words lead to, headings and pages elsewhere on the net aside. */
function linkedNames(
	links: readonly TypeLink[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const targets = new Map<string, Set<string>>();
	for (const { file, text, url } of links) {
		if (/^[a-z][a-z\d+.-]*:/i.test(url)) continue;
		const key = `${file}\n${text}`;
		targets.set(key, (targets.get(key) ?? new Set()).add(url));
	}
	return targets;
}

function byTarget(
	url: string,
	from: string,
	name: string,
	places: ReadonlyMap<string, Definition>,
	files: ReadonlyMap<string, readonly Definition[]>,
): Definition | undefined {
	const [path = "", anchor = ""] = url.split("#");
	const file = bareFile(path === "" ? from : resolve(from, path));
	if (anchor !== "")
		for (const key of anchorKeys(decoded(anchor))) {
			const found = places.get(`${file}#${key}`);
			if (found !== undefined) return found;
		}
	const inFile = path === "" ? [] : (files.get(file) ?? []);
	const [only, ...others] = inFile;
	const same = inFile.find((one) => wordsKey(one.name) === wordsKey(name));
	return same ?? (others.length === 0 && anchor === "" ? only : undefined);
}

/** A path as seen from a document: `../models/a.md` from `api/b.md` is `models/a.md`. */
function resolve(from: string, path: string): string {
	const steps = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
	for (const step of decoded(path).split("/"))
		if (step === "..") steps.pop();
		else if (step !== "." && step !== "") steps.push(step);
	return steps.join("/");
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

function bareFile(file: string): string {
	return file
		.toLowerCase()
		.replace(/^\/+|\/+$/g, "")
		.replace(/\.(?:mdx?|markdown|html?|txt)$/, "")
		.replace(/\/(?:index|readme)$/, "");
}

/** Converters put words in front of names: `#schemainvoice`, `#tocS_Invoice`. */
function anchorKeys(anchor: string): readonly string[] {
	const key = anchor.toLowerCase();
	const bare = key.replace(/^(?:schema|tocs_?|model-|definition-)/, "");
	return bare === key || bare === "" ? [key] : [key, bare];
}

/** From the name as written to its last part in any case and number. */
function nameKeys(name: string): readonly string[] {
	const last = name.split(/[.:/\\]+/).at(-1) ?? name;
	return [
		...new Set([
			`exact ${name}`,
			`words ${wordsKey(name)}`,
			`last ${wordsKey(last)}`,
		]),
	];
}

function wordsKey(name: string): string {
	const bare = name.replace(/\s+(?:object|model|schema|entity|type)s?$/i, "");
	return singular(wordsOf(bare).join(" "));
}
