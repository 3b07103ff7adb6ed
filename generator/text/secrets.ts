import { isJsonObject, type JsonValue } from "./json.ts";

/** A value without its secrets, and what each of them was. */
interface Redacted {
	readonly value: JsonValue;
	/** In words, in order: `a GitHub token`, or the name of the key that it stood under. */
	readonly found: readonly string[];
}

/**
 * Puts placeholders where a value looks like a live secret: by its form anywhere, and by being random under a key that
 * names a secret. `name` is what the whole value is called. Redacting twice changes and finds nothing more.
 */
export function redactSecrets(value: JsonValue, name = ""): Redacted {
	const found: string[] = [];
	return { value: redactValue(value, name, found), found };
}

function redactValue(
	value: JsonValue,
	name: string,
	found: string[],
): JsonValue {
	if (typeof value === "string") return redactString(value, name, found);
	if (Array.isArray(value))
		return value.map((item: JsonValue) => redactValue(item, name, found));
	if (!isJsonObject(value)) return value;
	const entries = Object.entries(value).map(([key, member]) => [
		redactString(key, "", found),
		redactValue(member, key, found),
	]);
	return Object.fromEntries(entries);
}

function redactString(text: string, name: string, found: string[]): string {
	let made = text;
	for (const [what, form] of forms)
		made = made.replace(form, (secret: string) => {
			if (secret.startsWith(placeholder)) return secret;
			found.push(what);
			return standIn(secret);
		});
	if (made !== text || !namesSecret(name) || !isRandom(text)) return made;
	found.push(name);
	return standIn(text);
}

/** Forms of well-known secrets; each matches the secret part alone. Every one takes linear time. */
const forms: readonly (readonly [string, RegExp])[] = [
	[
		"a private key",
		/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
	],
	["a JSON Web Token", /\beyJ[\w-]{8,4000}\.[\w-]{8,}\.[\w-]*/g],
	["a GitHub token", /\b(?:gh[oprsu]_\w{20,}|github_pat_\w{20,})/g],
	["a GitLab token", /\bglpat-[\w-]{20,}/g],
	["an AWS access key", /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g],
	["a Stripe key", /\b[rs]k_live_\w{10,}/g],
	["a Slack token", /\bxox[abeoprs]-[\w-]{10,}/g],
	["a Google API key", /\bAIza[\w-]{35}/g],
	["a Hugging Face token", /\bhf_[A-Za-z\d]{30,}/g],
	["an npm token", /\bnpm_[A-Za-z\d]{36}\b/g],
	["a SendGrid key", /\bSG\.[\w-]{16,}\.[\w-]{16,}/g],
	["an API key", /\bsk-(?=[\w-]{0,100}\d)[\w-]{20,}/g],
	["a password in a URL", /(?<=:\/\/[^\s/:@?#]{1,100}:)[^\s/@?#]+(?=@)/g],
	["a bearer token", /(?<=\bBearer\s)(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/gi],
	[
		"a password",
		/(?<=\bBasic\s)(?=[A-Za-z\d+/]*[\d=])[A-Za-z\d+/]{12,}={0,2}/g,
	],
];

const placeholder = "EXAMPLE_SECRET";

/** As long as what it stands for, within reason, so that limits of length still hold. */
function standIn(secret: string): string {
	const length = Math.min(secret.length, 64);
	return placeholder.padEnd(length, `_${placeholder}`);
}

/** `psk`, `client_secret`, `apiKey`; not `next_page_token`, which is a place in a list. */
function namesSecret(name: string): boolean {
	const words = name
		.replace(/([a-z\d])([A-Z])/g, "$1_$2")
		.toLowerCase()
		.replace(/[^a-z\d]+/g, "_");
	return (
		/(?:^|_)(?:psks?|pre_?shared_key|pass(?:word|wd|phrase)|secrets?|tokens?|credentials?|(?:api|app|access|account|auth|client|encryption|md5|private|secret|service|shared|signing)_?keys?)(?:_value)?$/.test(
			words,
		) &&
		!/(?:page|next|previous|prev|cursor|continuation|sync)_?token/.test(words)
	);
}

/** Words that people, and we, write where a secret would be. */
const standsIn = /example|placeholder|dummy|changeme|redacted|your[-_]/i;

/** Made by a machine: long enough, without spaces, of mixed characters, and few of them alike. */
function isRandom(text: string): boolean {
	if (!/^[\w+/=.~-]{16,512}$/.test(text) || standsIn.test(text)) return false;
	const classes = [/[a-z]/, /[A-Z]/, /\d/].filter((each) => each.test(text));
	const differing = new Set(text).size;
	return classes.length >= 2 && /\d/.test(text) && differing >= 8;
}
