import type { Definition } from "../model/definition.ts";
import { wordsOf } from "../text/words.ts";
import { pascal } from "./pascal.ts";

/**
 * Legal names for types, from the docs' own words: the last part of `billing.Invoice` where no other type ends like
 * this, else all of it, and the document's name in front where two documents say the same. Types of one name in one
 * document are told apart by what they have or are.
 */
export function typeNames(
	definitions: readonly Definition[],
): ReadonlyMap<Definition, string> {
	const ways: readonly ((one: Definition) => string)[] = [
		({ name }) => typeName(name.split(/[.:/\\]+/).at(-1) ?? name),
		({ name }) => typeName(name),
		({ name, file }) => typeName(`${stem(file)} ${name}`),
		({ name, file }) => typeName(`${file.replace(/\.\w+$/, "")} ${name}`),
		(one) => `${typeName(one.name)}${own(one, definitions)}`,
		({ name, anchors: [anchor = ""] }) => typeName(`${name} ${anchor}`),
	];
	const names = new Map<Definition, string>();
	let left = definitions;
	for (const way of ways) {
		const taken = new Set(
			[...names.values()].map((name) => name.toLowerCase()),
		);
		const counts = new Map<string, number>();
		for (const one of left) {
			const key = way(one).toLowerCase();
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
		const unique = (one: Definition) => {
			const key = way(one).toLowerCase();
			return counts.get(key) === 1 && !taken.has(key);
		};
		for (const one of left) if (unique(one)) names.set(one, way(one));
		left = left.filter((one) => !names.has(one));
	}
	const taken = new Set([...names.values()].map((name) => name.toLowerCase()));
	for (const one of left) {
		let name = typeName(one.name);
		while (taken.has(name.toLowerCase())) name = `Other${name}`;
		taken.add(name.toLowerCase());
		names.set(one, name);
	}
	return names;
}

/** What a type alone has among those of its name, or what kind of value it is. */
function own(one: Definition, definitions: readonly Definition[]): string {
	const rivals = definitions.filter(
		(other) => other !== one && other.name === one.name,
	);
	const theirs = new Set(rivals.flatMap(propertiesOf));
	const [property] = propertiesOf(one).filter((name) => !theirs.has(name));
	if (property !== undefined) return `With${pascal(wordsOf(property))}`;
	return pascal([one.shape.kind]);
}

function propertiesOf({ shape }: Definition): readonly string[] {
	return shape.kind === "object"
		? shape.properties.map(({ name }) => name)
		: [];
}

function stem(file: string): string {
	return (file.split("/").at(-1) ?? file).replace(/\.\w+$/, "");
}

function typeName(text: string): string {
	return pascal(text.split(/[^A-Za-z0-9]+/));
}
