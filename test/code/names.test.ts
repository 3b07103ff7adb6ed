import fc from "fast-check";
import { expect, test } from "vitest";
import {
	camelCase,
	fileName,
	isIdentifier,
	pascalCase,
	pascalPart,
	unique,
	variableName,
} from "../../generator/code/names.ts";
import { hostile } from "./hostile.ts";
import { parseSource } from "./scan.ts";

test.each([
	["ipsec_tunnels", "ipsecTunnels", "IpsecTunnels", "ipsec-tunnels"],
	["page-size", "pageSize", "PageSize", "page-size"],
	["PSKMetadata", "pskMetadata", "PskMetadata", "psk-metadata"],
	["IPv4Address", "ipv4Address", "Ipv4Address", "ipv4-address"],
	["SHA256Sum", "sha256Sum", "Sha256Sum", "sha256-sum"],
	["GET /hives/{id}", "getHivesId", "GetHivesId", "get-hives-id"],
	["delete", "delete", "Delete", "delete"],
	["constructor", "constructor_", "Constructor", "constructor"],
	["then", "then_", "Then", "then"],
	["promise", "promise", "Promise_", "promise"],
	["4xx", "_4xx", "_4xx", "4xx"],
	["__proto__", "proto", "Proto", "proto"],
	["Köln", "koln", "Koln", "koln"],
	["蜂", "u8702", "U8702", "u8702"],
	["", "unnamed", "Unnamed", "unnamed"],
	["con", "con", "Con", "con_"],
	["../../etc", "etc", "Etc", "etc"],
])("%j is %s, %s and %s", (wire, camel, pascal, file) => {
	expect(camelCase(wire)).toBe(camel);
	expect(pascalCase(wire)).toBe(pascal);
	expect(fileName(wire)).toBe(file);
});

test("any text gives names that can be declared, and a safe file name", () => {
	fc.assert(
		fc.property(hostile, (text) => {
			const [camel, pascal] = [camelCase(text), pascalCase(text)];
			const source = `interface ${pascal} { ${camel}(): void }
class C { ${camel}() {} }
function f(${variableName(text)}: ${pascal}) {}`;
			expect(isIdentifier(camel) && isIdentifier(pascal)).toBe(true);
			expect(parseSource(source).errors).toEqual([]);
			expect(fileName(text)).toMatch(/^[a-z0-9][a-z0-9-]{0,63}_?$/);
			expect(camelCase(text)).toBe(camel);
		}),
	);
});

test("reserved words are members and no variables", () => {
	expect(camelCase("delete")).toBe("delete");
	expect(variableName("delete")).toBe("delete_");
	expect(variableName("arguments")).toBe("arguments_");
	expect(pascalPart("date")).toBe("Date");
});

test.each([
	...["client", "constructor", "has_own_property", "is_prototype_of"],
	...["property_is_enumerable", "prototype", "then", "to_locale_string"],
	...["to_string", "value_of"],
])("a member is not named as what every object has: %s", (wire) => {
	const name = camelCase(wire);
	expect(name).toMatch(/[a-z]_$/i);
});

test.each([...["CON", "prn", "aux", "nul", "com0", "COM9", "lpt0", "lpt5"]])(
	"%s is a device to Windows, and no file",
	(wire) => {
		expect(fileName(wire)).toBe(`${wire.toLowerCase()}_`);
	},
);

test.each(["cons", "icon", "com10", "com", "lpta", "null"])(
	"%s is a file as it is",
	(wire) => {
		expect(fileName(wire).endsWith("_")).toBe(false);
	},
);

test("a file's name has 64 characters at most, and is cut only where it has more", () => {
	expect(fileName("x".repeat(64))).toBe("x".repeat(64));
	expect(fileName("x".repeat(65))).toMatch(/^x{55}-[0-9a-f]{8}$/);
	// FNV-1a of the text, as others work it out: names of files stay from one version to the next.
	expect(fileName("a".repeat(65))).toBe(`${"a".repeat(55)}-2dd603ec`);
	const digests = ["b", "c", "d", "e", "f", "g", "h", "i"].map((letter) =>
		fileName(letter.repeat(70)).slice(-8),
	);
	expect(new Set(digests).size).toBe(digests.length);
});

test("long file names are cut and stay apart", () => {
	const [one, other] = ["x".repeat(200), `${"x".repeat(199)}y`];
	expect(fileName(one).length).toBeLessThanOrEqual(64);
	expect(fileName(one)).not.toBe(fileName(other));
});

test("names that are taken are numbered", () => {
	const taken = new Set(["hive"]);
	expect(["hive", "hive", "bee"].map((name) => unique(name, taken))).toEqual([
		"hive2",
		"hive3",
		"bee",
	]);
});
