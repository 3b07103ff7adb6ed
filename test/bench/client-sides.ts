/** A client in the bench: how a program imports it and calls one operation, always the same one. */
export interface Side {
	readonly name: string;
	/** Import statements, bare specifiers as a user has them. */
	readonly imports: string;
	/** Statements that end in `return`, with the base URL in `base`: a function that makes one call. */
	readonly body: string;
	/** Where the package is that is imported; nothing for what the platform has. */
	readonly home?: Home;
	/** Whether the package has types of this very API. */
	readonly typed?: true;
	/** The most that it may cost, by the name of the column, in the column's unit. */
	readonly targets?: Readonly<Record<string, number>>;
}

/** A folder that packages are installed in: the sample's client, the one of a whole API, what others made. */
export type Home = "sample" | "large" | "peers";

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

/** Packages of ours: each knows the operation that is called. */
export interface Ours {
	readonly sample: { readonly name: string };
	readonly large?: { readonly name: string; readonly operations: number };
}

/** How a program reaches the one operation through the package `module`. */
interface Use {
	readonly module: string;
	/** The client's options, as an expression. */
	readonly options: string;
	/** The method, from the client on. */
	readonly method: string;
}

/** Our clients and what people use in their place. */
export function sides({ sample, large }: Ours): readonly Side[] {
	const options = `{ apiToken: "token", baseURL: base }`;
	const method = "magicTransit.ipsecTunnels.pskGenerate";
	const full = (
		name: string,
		home: Home,
		{ module, options, method }: Use,
	): Side => ({
		name,
		home,
		typed: true,
		targets: { import: 1.5 },
		imports: `import { Client } from "${module}";`,
		body: `const client = new Client(${options});\nreturn () => client.${method}("x", { account_id: "a", body: {} });`,
	});
	// What a program holds that uses the class of one resource and no whole client.
	const single = (name: string, home: Home, use: Use, types: number): Side => {
		const [resource = "", ...method] = use.method.split(".");
		const words = resource.split(/(?=[A-Z])/);
		const file = words.join("-").toLowerCase();
		const title = resource.charAt(0).toUpperCase() + resource.slice(1);
		return {
			name,
			home,
			typed: true,
			targets: { types, import: 1.1 },
			imports: `import { createClient } from "${use.module}/core";\nimport { ${title} } from "${use.module}/resources/${file}";`,
			body: `const client = new ${title}(createClient(${use.options}));\nreturn () => client.${method.join(".")}("x", { account_id: "a", body: {} });`,
		};
	};
	const small: Use = { module: sample.name, options, method };
	// These docs state no credentials, and no names.
	const whole: Use | undefined = large && {
		module: large.name,
		options: `{ ${headers.replace("headers", "defaultHeaders")}, baseURL: base }`,
		method: "magic.ipsecTunnels.pskGenerate",
	};
	// Its method knows no body; its options do, so no type has to be got round.
	const theirs = `return () => client.${method}("x", { account_id: "a" }, { body: {} });`;
	return [
		{
			name: "ours, one function",
			home: "sample",
			typed: true,
			targets: { bundle: 4096, requests: 1.15 },
			imports: `import { createClient } from "${sample.name}/core";\nimport { ipsecTunnelPskGenerate } from "${sample.name}/functions";`,
			body: `const client = createClient(${options});\nreturn () => ipsecTunnelPskGenerate(client, "x", { account_id: "a", body: {} });`,
		},
		single("ours, one resource", "sample", small, 1.2),
		full("ours, full client", "sample", small),
		...(large && whole
			? [
					single(
						`ours, one resource of ${large.operations} operations`,
						"large",
						whole,
						1.5,
					),
					full(
						`ours, full client of ${large.operations} operations`,
						"large",
						whole,
					),
				]
			: []),
		{
			name: "cloudflare, full client",
			home: "peers",
			typed: true,
			imports: `import Cloudflare from "cloudflare";`,
			body: `const client = new Cloudflare(${options});\n${theirs}`,
		},
		{
			name: "cloudflare, partial client",
			home: "peers",
			typed: true,
			imports: `import { createClient } from "cloudflare/tree-shakable";\nimport { BaseIPSECTunnels } from "cloudflare/resources/magic-transit/ipsec-tunnels";`,
			body: `const client = createClient({ resources: [BaseIPSECTunnels], apiToken: "token", baseURL: base });\n${theirs}`,
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

/** A program without types that loads the package and makes the client, and calls nothing. */
export function loadingOf({ imports, body }: Side): string {
	return `${imports}\n((base) => {\n${body}\n})("http://127.0.0.1:1");\n`;
}
