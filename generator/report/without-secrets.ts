import { redactSecrets } from "../text/secrets.ts";

/**
 * As many lines, with placeholders where there is what looks like a live secret: by its form, and by being random behind a
 * key that names a secret, as in the model's examples.
 */
export function withoutSecrets(lines: readonly string[]): readonly string[] {
	let inKey = false;
	return lines.map((line) => {
		if (keyStart.test(line)) inKey = true;
		else if (inKey && !keyLine.test(line)) inKey = false;
		if (inKey) {
			if (keyEnd.test(line)) inKey = false;
			return "EXAMPLE_SECRET";
		}
		const paired = line.replace(
			pair,
			(_, start: string, name: string, middle: string, value: string) =>
				`${start}${name}${middle}${redacted(value, name)}`,
		);
		return redacted(paired);
	});
}

function redacted(text: string, name = ""): string {
	const { value } = redactSecrets(text, name);
	return typeof value === "string" ? value : text;
}

const keyStart = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;
const keyEnd = /-----END [A-Z ]{0,30}PRIVATE KEY-----/;

/** A line of a private key: base64, a header such as `Proc-Type: 4,ENCRYPTED`, or its end. */
const keyLine = /^[\s>"'|]*[\w+/=:,. -]+[\\n"',\s]*$/;

/** `"client_secret": "3f2a…"`, `api_key=3f2a…` */
const pair = /(["']?)([\w-]{1,64})(["']?\s?[:=]\s?["']?)([\w+/=.~-]{8,4000})/g;
