/** The package that generated/ holds. */
export const packageName = "magic-ipsec-tunnels";

const calls = `
	const client = new Client({ apiToken: "t", baseURL, logLevel: "off" });
	const params = { account_id: "a" };
	const { ipsec_tunnels } = await client.magicTransit.ipsecTunnels.list(params);
	const one = await ipsecTunnelGet(client.core, "known", params);
	const alone = await new MagicTransit(createClient({ apiToken: "t", baseURL })).ipsecTunnels.get("known", params);
	const failure = await client.magicTransit.ipsecTunnels.get("unknown", params).result();
	const facts = {
		names: ipsec_tunnels.map(({ name }) => name).join(),
		one: one.ipsec_tunnel.name,
		alone: alone.ipsec_tunnel.name,
		failure: failure.error instanceof NotFoundError && failure.error.errors[0].message,
	};
	const expected = { names: "first", one: "known", alone: "known", failure: "no such tunnel" };
	if (JSON.stringify(facts) !== JSON.stringify(expected)) throw new Error(JSON.stringify(facts));
`;

const modules = [
	["{ Client }", packageName],
	["{ createClient, NotFoundError }", `${packageName}/core`],
	["{ ipsecTunnelGet }", `${packageName}/functions`],
	["{ MagicTransit }", `${packageName}/resources/magic-transit`],
] as const;

const imports = modules
	.map(([names, from]) => `import ${names} from ${JSON.stringify(from)};\n`)
	.join("");

const requires = modules
	.map(
		([names, from]) => `const ${names} = require(${JSON.stringify(from)});\n`,
	)
	.join("");

/** Calls the server at `baseURL` through each module of the package, and throws what is not as it should be. */
const program = `async function main(baseURL) {${calls}}\n`;

/** Programs for Node that print `done`. */
export const programs = {
	mjs: `${imports}${program}await main(process.argv[2]);\nconsole.log("done");\n`,
	cjs: `${requires}${program}main(process.argv[2]).then(() => console.log("done"));\n`,
} as const;

/** A program for browsers that leaves what became of it where a page can be asked. */
export const browserProgram = `${imports}${program}
globalThis.outcome = main(new URLSearchParams(location.search).get("api")).then(() => "done", String);
`;

/** What a user writes against the types, and what must not compile. */
export const typed = `
import Main, { Client } from "${packageName}";
import type { IpsecTunnel, IpsecTunnelListParams } from "${packageName}";
import { ApiError, type ClientOptions, createClient, followRedirects, NotFoundError } from "${packageName}/core";
import { type IpsecTunnelGetResponse, ipsecTunnelGet } from "${packageName}/functions";
import { MagicTransit } from "${packageName}/resources/magic-transit";

const options: ClientOptions = { apiToken: "t" };
const core = createClient(options, [followRedirects]);
const params: IpsecTunnelListParams = { account_id: "a" };
export const one: Promise<IpsecTunnelGetResponse> = ipsecTunnelGet(core, "t", params);
export const same: Promise<IpsecTunnelGetResponse> = new Client(core).magicTransit.ipsecTunnels.get("t", params);
export const listed: Promise<{ ipsec_tunnels?: IpsecTunnel[] }> = new MagicTransit(core).ipsecTunnels.list(params);
export class Mine extends Main {}
export function statusOf(error: unknown): number | undefined {
	if (error instanceof NotFoundError) return error.errors.length;
	return error instanceof ApiError ? error.status : undefined;
}
export const typedError = (error: ApiError<{ code: number }>): string | { code: number } | undefined => error.body;
// @ts-expect-error the params are required
void ipsecTunnelGet(core, "t");
// @ts-expect-error no such option
void new Client({ apiTokn: "t" });
`;
