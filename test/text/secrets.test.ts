import fc from "fast-check";
import { expect, test } from "vitest";
import { redactSecrets } from "../../generator/text/secrets.ts";
import { hostileJson } from "../models/arbitrary-model.ts";

const random = "Vb2nQ8xLrT5wYk1ZpD9hGs4JmC7fXe3A";
const hex = "90d1f2c3b4a5968778695a4b3c2d1e0f";

// In two parts each, so that no scanner takes this file for a leak.
test.each<[string, string, string]>([
	["a Stripe key", `sk_live${"_51HxYz0123456789"}`, ""],
	["a GitHub token", `ghp${`_${random}abcd`}`, ""],
	["a GitHub token", `github_pat${`_${random}`}`, ""],
	["a GitLab token", `glpat${`-${random}`}`, ""],
	["an AWS access key", `AKIA${"Q8XLRT5WYK1ZPD9H"}`, ""],
	["a Slack token", `xoxb${"-123456789012-abcdef"}`, ""],
	["an npm token", `npm${`_${random}wxyz`}`, ""],
	["a Google API key", `AIza${`${random}abc`}`, ""],
	[
		"a JSON Web Token",
		`eyJ${`hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${random}`}`,
		"",
	],
	[
		"a private key",
		`-----BEGIN RSA PRIVATE${" KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----"}`,
		"",
	],
	["a bearer token", `${random}`, "Authorization: Bearer "],
	["a password", "dXNlcjpwYXNzd29yZA==", "Basic "],
	["a password in a URL", "hunter22", "https://user:"],
])("%s is replaced wherever it stands", (what, secret, before) => {
	const after = before.startsWith("https") ? "@host.example/path" : "";
	const text = `${before}${secret}${after}`;
	const { value, found } = redactSecrets({ note: [text] });
	expect(found).toEqual([what]);
	expect(JSON.stringify(value)).not.toContain(secret);
	expect(JSON.stringify(value)).toContain("EXAMPLE_SECRET");
	expect(JSON.stringify(value)).toContain(before);
});

test.each([
	"psk",
	"password",
	"clientSecret",
	"api_key",
	"X-Auth-Key",
	"access-token",
	"md5_key",
	"secrets",
])("a random value under %s is replaced by one of its length", (name) => {
	for (const secret of [random, hex]) {
		const { value, found } = redactSecrets({ [name]: secret });
		expect(found).toEqual([name]);
		expect(value).toEqual({ [name]: "EXAMPLE_SECRET_EXAMPLE_SECRET_EX" });
	}
});

test("so is one in a list under such a name, and one that is called so itself", () => {
	expect(redactSecrets({ tokens: [random] }).found).toEqual(["tokens"]);
	expect(redactSecrets(random, "api_token").found).toEqual(["api_token"]);
});

test.each([
	["id", hex],
	["hive_id", random],
	["sha256", hex],
	["next_page_token", random],
	["page_token", random],
	["psk", "my pre-shared key"],
	["password", "password"],
	["token", "example-token"],
	["api_key", "YOUR_API_KEY_GOES_HERE"],
	["created_on", "2024-01-01T00:00:00Z"],
	["token_type", random],
	["description", "Basic authentication with a Bearer authentication-scheme"],
	["url", "https://example.com:8080/a@b"],
])("%s: %s stays", (name, text) => {
	expect(redactSecrets({ [name]: text })).toEqual({
		value: { [name]: text },
		found: [],
	});
});

test("redacting twice finds nothing more, and keys that objects inherit are data", () => {
	fc.assert(
		fc.property(hostileJson, fc.string(), (json, key) => {
			const value = { psk: random, json, [`${key}password`]: hex };
			const once = redactSecrets(value).value;
			expect(redactSecrets(once)).toEqual({ value: once, found: [] });
		}),
	);
	const text = '{"__proto__":{"psk":1}}';
	expect(JSON.stringify(redactSecrets(JSON.parse(text)).value)).toBe(text);
});

test("long text takes no long time", () => {
	const text = "Bearer ".repeat(20_000) + "eyJ".repeat(20_000);
	expect(redactSecrets(`${text}://${"a".repeat(50_000)}`).found).toBeDefined();
});
