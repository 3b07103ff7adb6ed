/** A client in the bench: how a program imports it and calls one operation, always the same one. */
export interface Side {
	readonly name: string;
	/** Import statements, bare specifiers as a user has them. */
	readonly imports: string;
	/** Statements that end in `return`, with the base URL in `base`: a function that makes one call. */
	readonly body: string;
	/** Where the package is that is imported; nothing for what the platform has. */
	readonly home?: "ours" | "peers";
}

/** Plain `fetch`: what every other side is compared with. */
export const bare: Side = {
	name: "fetch",
	imports: "",
	body: `return async () => {
	const response = await fetch(base + "/accounts/a/magic/ipsec_tunnels/x/psk_generate", {
		method: "POST",
		headers: { authorization: "Bearer token", accept: "application/json", "content-type": "application/json" },
		body: JSON.stringify({}),
	});
	return response.json();
};`,
};

const headers = `headers: { authorization: "Bearer token" }`;
const template =
	"/accounts/{account_id}/magic/ipsec_tunnels/{ipsec_tunnel_id}/psk_generate";
const path = `path: { account_id: "a", ipsec_tunnel_id: "x" }`;

/** The sample's client, by the name of its package, and what people use in its place. */
export function sides(sample: string): readonly Side[] {
	const ours = (name: string, module: string, make: string, call: string) =>
		({
			name,
			home: "ours",
			imports: module,
			body: `const client = ${make};\nreturn () => ${call};`,
		}) as const;
	const options = `{ apiToken: "token", baseURL: base }`;
	const call = `client.magicTransit.ipsecTunnels.pskGenerate("x", { account_id: "a", body: {} })`;
	// Its types know no body.
	const theirs = call.replace(", body: {}", "");
	return [
		ours(
			"ours, one function",
			`import { createClient } from "${sample}/core";\nimport { ipsecTunnelPskGenerate } from "${sample}/functions";`,
			`createClient(${options})`,
			`ipsecTunnelPskGenerate(client, "x", { account_id: "a", body: {} })`,
		),
		ours(
			"ours, full client",
			`import { Client } from "${sample}";`,
			`new Client(${options})`,
			call,
		),
		{
			name: "cloudflare, full client",
			home: "peers",
			imports: `import Cloudflare from "cloudflare";`,
			body: `const client = new Cloudflare(${options});\nreturn () => ${theirs};`,
		},
		{
			name: "cloudflare, partial client",
			home: "peers",
			imports: `import { createClient } from "cloudflare/tree-shakable";\nimport { BaseIPSECTunnels } from "cloudflare/resources/magic-transit/ipsec-tunnels";`,
			body: `const client = createClient({ resources: [BaseIPSECTunnels], apiToken: "token", baseURL: base });\nreturn () => ${theirs};`,
		},
		{
			name: "openapi-fetch",
			home: "peers",
			imports: `import createClient from "openapi-fetch";`,
			body: `const client = createClient({ baseUrl: base, ${headers} });
return async () => (await client.POST("${template}", { params: { ${path} }, body: {} })).data;`,
		},
		{
			name: "@hey-api/client-fetch",
			home: "peers",
			imports: `import { createClient } from "@hey-api/client-fetch";`,
			body: `const client = createClient({ baseUrl: base, ${headers} });
return async () => (await client.post({ url: "${template}", ${path}, body: {}, headers: { "content-type": "application/json" } })).data;`,
		},
		{
			name: "ky",
			home: "peers",
			imports: `import ky from "ky";`,
			body: `const client = ky.create({ prefixUrl: base, ${headers} });
return () => client.post("accounts/a/magic/ipsec_tunnels/x/psk_generate", { json: {} }).json();`,
		},
	];
}

/** A module that exports `make`: a function from the base URL to the function that calls once. */
export function moduleOf({ imports, body }: Side): string {
	return `${imports}\nexport function make(base: string): () => Promise<unknown> {\n${body}\n}\n`;
}

/** A program that calls once and prints what it got. */
export function programOf(side: Side): string {
	return `${moduleOf(side).replace("export ", "")}console.log(await make("http://127.0.0.1:1")());\n`;
}
