const hidden = "[redacted]";
const maxExcerpt = 200;

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
		.slice(0, 2 * maxExcerpt)
		.replace(
			/("[^"]*(?:psk|secret|token|password|key)[^"]*"\s*:\s*)"(?:[^"\\]|\\.)*"?/gi,
			`$1"${hidden}"`,
		)
		.slice(0, maxExcerpt);
}
