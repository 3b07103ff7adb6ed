/** A form of secrets, and one of that form that nobody ever had. */
export interface Canary {
	readonly form: string;
	readonly secret: string;
	/** What the docs write around it, where its form alone does not tell it. */
	readonly within?: (secret: string) => string;
}

const plain = (
	prefix: string,
	length: number,
	letters = "aZ7kQ2mX9wR4tB6",
): string =>
	prefix + letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
/** Made when it is needed, so that those who search sources for secrets find none here. */
const segment = (value: object) =>
	Buffer.from(JSON.stringify(value)).toString("base64url");

export const canaries: readonly Canary[] = [
	{ form: "Stripe key", secret: plain("sk_" + "live_", 24) },
	{ form: "restricted Stripe key", secret: plain("rk_" + "live_", 24) },
	{ form: "personal GitHub token", secret: plain("gh" + "p_", 36) },
	{ form: "GitHub token of an app", secret: plain("gh" + "s_", 36) },
	{ form: "fine-grained GitHub token", secret: plain("github" + "_pat_", 82) },
	{ form: "GitLab token", secret: plain("gl" + "pat-", 20) },
	{
		form: "AWS access key",
		secret: plain("AK" + "IA", 16, "J5XZ7QGN2W4RPLKD"),
	},
	{
		form: "temporary AWS key",
		secret: plain("AS" + "IA", 16, "J5XZ7QGN2W4RPLKD"),
	},
	{
		form: "Slack bot token",
		secret: `xo${"xb"}-123456789012-${plain("", 24)}`,
	},
	{
		form: "Slack user token",
		secret: `xo${"xp"}-123456789012-${plain("", 24)}`,
	},
	{ form: "Google API key", secret: plain("AI" + "za", 35) },
	{ form: "Hugging Face token", secret: plain("hf" + "_", 34) },
	{ form: "npm token", secret: plain("npm" + "_", 36) },
	{ form: "SendGrid key", secret: `SG${"."}${plain("", 22)}.${plain("", 43)}` },
	{ form: "OpenAI key", secret: plain("sk" + "-proj-", 48) },
	{ form: "Anthropic key", secret: plain("sk" + "-ant-api03-", 90) },
	{
		form: "JSON Web Token",
		secret: [
			segment({ alg: "HS256", typ: "JWT" }),
			segment({ sub: "1234567890" }),
			plain("", 43),
		].join("."),
	},
	{
		form: "private key",
		secret: plain("MIIEpAIBAAKCAQEA", 48),
		within: (secret) =>
			`-----BEGIN RSA ${"PRIVATE"} KEY-----\\n${secret}\\n-----END RSA ${"PRIVATE"} KEY-----`,
	},
	{
		form: "password in a URL",
		secret: plain("", 18),
		within: (secret) => `https://ada:${secret}@hives.example/v1`,
	},
	{
		form: "bearer token",
		secret: plain("", 40),
		within: (secret) => `Bearer ${secret}`,
	},
	{
		form: "basic credentials",
		secret: Buffer.from("ada:h0neyc0mb-4711").toString("base64"),
		within: (secret) => `Basic ${secret}`,
	},
];
