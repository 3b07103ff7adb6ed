/** What stands in the place of a secret. */
export const hidden = "[redacted]";

/** Names of fields, headers and parameters that hold secrets. */
export const secretName = /psk|secret|token|passw|key|credential/i;

/** Takes every one of `secrets` out of a text; what is shorter than eight characters is a word, not a secret. */
export function redact(text: string, secrets: readonly string[]): string {
	return secrets.reduce(
		(rest, secret) =>
			secret.length < 8 ? rest : rest.replaceAll(secret, hidden),
		text,
	);
}

/** The beginning of a body, without `secrets` and without the values of properties whose names say that they are. */
export function excerpt(text: string, secrets: readonly string[]): string {
	return redact(text, secrets)
		.slice(0, 400)
		.replace(
			/"([^"]*)"(\s*:\s*)"(?:[^"\\]|\\.)*"?/g,
			(pair: string, name: string, colon: string) =>
				secretName.test(name) ? `"${name}"${colon}"${hidden}"` : pair,
		)
		.slice(0, 200);
}
