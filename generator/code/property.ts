import type { Code } from "./code.ts";
import { stringLiteral } from "./literal.ts";
import { isIdentifier } from "./names.ts";

/** The key of a property in a type: bare where it can be, else a string; any text will do. */
export function propertyKey(wire: string): Code {
	const bare = isIdentifier(wire) && wire !== "__proto__";
	return bare ? (wire as Code) : stringLiteral(wire);
}

/** A name made by `names.ts`, to be declared or referred to. Anything else that is no identifier is a fault of ours. */
export function identifier(name: string): Code {
	if (!isIdentifier(name))
		throw new Error(`${JSON.stringify(name)} is no identifier`);
	return name as Code;
}

/** The specifier of an import of a file of ours: `./resources/magic-transit.js`. */
export function specifier(path: string): Code {
	if (!/^(\.\.?\/)+[\w-]+(\/[\w-]+)*\.js$/.test(path))
		throw new Error(`${JSON.stringify(path)} is no path of ours`);
	return path as Code;
}
