import type { Definition } from "../model/definition.ts";

/**
 * Legal names for types, from the docs' own words: the last part of `billing.Invoice` where no other type ends like
 * this, else all of it, and the document's name in front where two documents say the same.
 */
export function typeNames(
	definitions: readonly Definition[],
): ReadonlyMap<Definition, string> {
	const ways: readonly ((one: Definition) => string)[] = [
		({ name }) => pascal(name.split(/[.:/\\]+/).at(-1) ?? name),
		({ name }) => pascal(name),
		({ name, file }) => pascal(`${stem(file)} ${name}`),
		({ name, file }) => pascal(`${file.replace(/\.\w+$/, "")} ${name}`),
		({ name, anchors: [anchor = ""] }) => pascal(`${name} ${anchor}`),
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
		let count = 2;
		while (taken.has(`${pascal(one.name)}${count}`.toLowerCase())) count++;
		const name = `${pascal(one.name)}${count}`;
		taken.add(name.toLowerCase());
		names.set(one, name);
	}
	return names;
}

function stem(file: string): string {
	return (file.split("/").at(-1) ?? file).replace(/\.\w+$/, "");
}

function pascal(text: string): string {
	const name = text
		.split(/[^A-Za-z0-9]+/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join("");
	return /^[A-Za-z]/.test(name) ? name : `Shape${name}`;
}
