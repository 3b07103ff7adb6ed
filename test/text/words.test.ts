import { expect, test } from "vitest";
import { isPlural, singular, wordsOf } from "../../generator/text/words.ts";

test.each([
	["IPSECTunnel", ["ipsec", "tunnel"]],
	["ipsec-tunnel", ["ipsec", "tunnel"]],
	["ipsecTunnel2", ["ipsec", "tunnel2"]],
	["Set PSKs of tunnels", ["set", "psks", "of", "tunnels"]],
	["Größe_über", ["größe", "über"]],
	["", []],
])("the words of %j are %j", (name, words) => {
	expect(wordsOf(name)).toEqual(words);
});

test.each([
	["tunnels", true],
	["tunnel", false],
	["settings", false],
	["ipsec_tunnels", true],
	["status", false],
])("%s is a plural: %s", (name, plural) => {
	expect(isPlural(name)).toBe(plural);
});

test.each([
	["ipsec_tunnels", "ipsec_tunnel"],
	["accessRules", "accessRule"],
	["policies", "policy"],
	["addresses", "address"],
	["dns", "dns"],
	["status", "status"],
	["metadata", "metadata"],
	["settings", "settings"],
	["v2", "v2"],
	["", ""],
])("one of %j is %j", (many, one) => {
	expect(singular(many)).toBe(one);
});
