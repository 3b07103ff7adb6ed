/**
 * A member's name made from any text: `ipsec_tunnels` → `ipsecTunnels`. Reserved words stay as they are, since
 * `client.tunnels.delete()` is legal; names that every object or promise has get an underscore.
 */
export function camelCase(wire: string): string {
	const [first = "", ...rest] = wordsOf(wire);
	const name = identifier(first + rest.map(capitalise).join(""));
	return memberNames.has(name) ? `${name}_` : name;
}

/** A type's name made from any text: `ipsec_tunnel` → `IpsecTunnel`; names of built-in types get an underscore. */
export function pascalCase(wire: string): string {
	const name = identifier(pascalPart(wire));
	return isBuiltInType(name) ? `${name}_` : name;
}

/** A part of a type's name, to stand after another: `delete` → `Delete`, `4xx` → `4xx`, `date` → `Date`. */
export function pascalPart(wire: string): string {
	return wordsOf(wire).map(capitalise).join("");
}

/** A variable's or parameter's name made from any text: like `camelCase`, and no reserved word. */
export function variableName(wire: string): string {
	const name = camelCase(wire);
	return reservedWords.has(name) ? `${name}_` : name;
}

/** A file's or folder's name made from any text: lower-case letters, digits and hyphens, at most 64 of them. */
export function fileName(wire: string): string {
	const slug = wordsOf(wire).join("-");
	if (deviceNames.test(slug)) return `${slug}_`;
	return slug.length <= 64 ? slug : `${slug.slice(0, 55)}-${digest(wire)}`;
}

/** True for a name that stands for a type wherever TypeScript is written. */
export function isBuiltInType(name: string): boolean {
	return builtInTypes.has(name) || reservedWords.has(name);
}

/** True for text that can stand as an identifier; ASCII alone, so that no two look alike. */
export function isIdentifier(text: string): boolean {
	return /^[A-Za-z_$][\w$]*$/.test(text);
}

/** `name`, or `name2`, `name3` and so on when it is taken; the result is then taken too. */
export function unique(name: string, taken: Set<string>): string {
	let free = name;
	for (let n = 2; taken.has(free); n++) free = `${name}${n}`;
	taken.add(free);
	return free;
}

/** `PSKMetadata_v2` → `psk`, `metadata`, `v2`; a letter outside ASCII becomes its code point, `u65e5`. */
function wordsOf(text: string): readonly string[] {
	const ascii = text
		.replace(/IPv(?=[46])|OAuth/g, capitalise)
		.normalize("NFKD")
		.replace(/\p{M}+/gu, "")
		.replace(/[^\p{ASCII}]/gu, (letter) =>
			/[\p{L}\p{N}]/u.test(letter)
				? ` u${(letter.codePointAt(0) ?? 0).toString(16)} `
				: " ",
		);
	const words = ascii.match(
		/[A-Z]+[0-9]*(?=[A-Z][a-z])|[A-Z]?[a-z][a-z0-9]*|[A-Z]+[0-9]*|[0-9]+[a-z]*/g,
	);
	return words?.map((word) => word.toLowerCase()) ?? ["unnamed"];
}

/** `tunnel` → `Tunnel`, `IPv` → `Ipv`: one capital, so that the word stays one word. */
function capitalise(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function identifier(name: string): string {
	return /^[0-9]/.test(name) ? `_${name}` : name;
}

/** FNV-1a: keeps two long names apart after they were cut. */
function digest(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text))
		hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, "0");
}

const deviceNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** What every object has, what makes an object a promise, and what a resource keeps for itself. */
const memberNames: ReadonlySet<string> = new Set([
	"client",
	"constructor",
	"hasOwnProperty",
	"isPrototypeOf",
	"propertyIsEnumerable",
	"prototype",
	"then",
	"toLocaleString",
	"toString",
	"valueOf",
]);

const reservedWords: ReadonlySet<string> = new Set(
	"abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in infer instanceof interface is keyof let module namespace never new null number object of package private protected public readonly require return set static string super switch symbol this throw true try type typeof undefined unique unknown var void while with yield".split(
		" ",
	),
);

const builtInTypes: ReadonlySet<string> = new Set(
	"AbortController AbortSignal Array ArrayBuffer AsyncIterable Awaited BigInt Blob Boolean Buffer Capitalize Console DataView Date Error Event EventTarget Exclude Extract File FormData Function Headers Infinity Int8Array Intl Iterable Iterator JSON Lowercase Map Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap ReadonlySet ReadableStream Record Reflect RegExp Request Required Response ReturnType Set String Symbol SyntaxError TemplateStringsArray ThisType TypeError URL URLSearchParams Uint8Array Uncapitalize Uppercase WeakMap WeakSet globalThis".split(
		" ",
	),
);
