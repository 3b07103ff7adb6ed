import { describe, expect, test } from "vitest";
import {
	ipsecTunnelBulkUpdate,
	ipsecTunnelCreate,
	ipsecTunnelDelete,
	ipsecTunnelGet,
	ipsecTunnelList,
	ipsecTunnelPskGenerate,
	ipsecTunnelPskSet,
	ipsecTunnelUpdate,
} from "../../generated/src/functions.ts";
import {
	type ApiPromise,
	Client,
	createClient,
	type IpsecTunnelBulkUpdateParams,
	type IpsecTunnelCreateParams,
	type IpsecTunnelDeleteParams,
	type IpsecTunnelGetParams,
	type IpsecTunnelListParams,
	type IpsecTunnelPskGenerateParams,
	type IpsecTunnelPskSetParams,
	type IpsecTunnels,
	type IpsecTunnelUpdateParams,
	type RequestOptions,
} from "../../generated/src/index.ts";
import { answer, serve } from "../runtime/server.ts";
import { account, envelope, home, params, token } from "./client.ts";

/** The methods of the sample's resource: what the class has and what its functions make up. */
type Tunnels = Pick<IpsecTunnels, keyof IpsecTunnels>;

/** The two surfaces of a client. */
const surfaces: Readonly<Record<string, (baseURL: string) => Tunnels>> = {
	"the class": (baseURL) =>
		new Client({ apiToken: token, baseURL }).magicTransit.ipsecTunnels,
	"the functions": (baseURL) => {
		const core = createClient({ apiToken: token, baseURL });
		return {
			create: (...given) => ipsecTunnelCreate(core, ...given),
			list: (...given) => ipsecTunnelList(core, ...given),
			get: (...given) => ipsecTunnelGet(core, ...given),
			update: (...given) => ipsecTunnelUpdate(core, ...given),
			delete: (...given) => ipsecTunnelDelete(core, ...given),
			bulkUpdate: (...given) => ipsecTunnelBulkUpdate(core, ...given),
			pskSet: (...given) => ipsecTunnelPskSet(core, ...given),
			pskGenerate: (...given) => ipsecTunnelPskGenerate(core, ...given),
		};
	},
};

const least = {
	name: "n",
	cloudflare_endpoint: "203.0.113.1",
	interface_address: "192.0.2.0/31",
};

const rest = {
	automatic_return_routing: true,
	bgp: {
		customer_asn: 65_000,
		export_filter_id: "e",
		extra_prefixes: ["198.51.100.0/24"],
		import_filter_id: "i",
		md5_key: "m",
	},
	custom_remote_identities: { fqdn_id: "tunnel.example" },
	customer_endpoint: "203.0.113.2",
	description: "d",
	health_check: {
		direction: "bidirectional",
		enabled: true,
		rate: "low",
		target: { saved: "203.0.113.2" },
		type: "request",
	},
	interface_address6: "2001:db8::1/127",
	psk: "p",
	replay_protection: false,
} as const;

const changed = { "x-magic-new-hc-target": true, validate_only: true } as const;
const header = { "x-magic-new-hc-target": true } as const;
const [old, checked] = ["x-magic-new-hc-target: true", "?validate_only=true"];
const options: RequestOptions = { timeout: 9_000, maxRetries: 1 };

// Typed so that a parameter which the docs add has to be added here, too.
const all = {
	create: {
		...params,
		...least,
		...rest,
		...changed,
		bgp: { ...rest.bgp, extra_prefixes: ["198.51.100.0/24"] },
	} satisfies Required<IpsecTunnelCreateParams>,
	update: {
		...params,
		...least,
		...rest,
		...changed,
		bgp: { ...rest.bgp, extra_prefixes: ["198.51.100.0/24"] },
	} satisfies Required<IpsecTunnelUpdateParams>,
	list: { ...params, ...header } satisfies Required<IpsecTunnelListParams>,
	get: { ...params, ...header } satisfies Required<IpsecTunnelGetParams>,
	delete: { ...params, ...changed } satisfies Required<IpsecTunnelDeleteParams>,
	bulkUpdate: {
		...params,
		...changed,
		body: { ipsec_tunnels: [] },
	} satisfies Required<IpsecTunnelBulkUpdateParams>,
	pskSet: {
		...params,
		validate_only: true,
		psks: [{ id: "t1", psk: "p" }],
	} satisfies Required<IpsecTunnelPskSetParams>,
	pskGenerate: {
		...params,
		validate_only: true,
		body: {},
	} satisfies Required<IpsecTunnelPskGenerateParams>,
};

type Call = (tunnels: Tunnels) => ApiPromise<unknown>;

/** A call with what is required alone, one with all there is, and what goes over the wire for each. */
type Row = readonly [
	name: keyof Tunnels,
	required: Call,
	complete: Call,
	sent: string,
	sentWithAll: string,
];

const json = (value: object) => ` ${JSON.stringify(value)}`;
const psks = json({ psks: [{ id: "t1", psk: "p" }] });

const rows: readonly Row[] = [
	[
		"create",
		(tunnels) => tunnels.create({ ...params, ...least }),
		(tunnels) => tunnels.create(all.create, options),
		`POST ${home}${json(least)}`,
		`POST ${home}${checked}${json({ ...least, ...rest })} ${old}`,
	],
	[
		"list",
		(tunnels) => tunnels.list(params),
		(tunnels) => tunnels.list(all.list, options),
		`GET ${home}`,
		`GET ${home} ${old}`,
	],
	[
		"get",
		(tunnels) => tunnels.get("t1", params),
		(tunnels) => tunnels.get("t1", all.get, options),
		`GET ${home}/t1`,
		`GET ${home}/t1 ${old}`,
	],
	[
		"update",
		(tunnels) => tunnels.update("t1", { ...params, ...least }),
		(tunnels) => tunnels.update("t1", all.update, options),
		`PUT ${home}/t1${json(least)}`,
		`PUT ${home}/t1${checked}${json({ ...least, ...rest })} ${old}`,
	],
	[
		"delete",
		(tunnels) => tunnels.delete("t1", params),
		(tunnels) => tunnels.delete("t1", all.delete, options),
		`DELETE ${home}/t1`,
		`DELETE ${home}/t1${checked} ${old}`,
	],
	[
		"bulkUpdate",
		(tunnels) => tunnels.bulkUpdate({ ...params, body: [] }),
		(tunnels) => tunnels.bulkUpdate(all.bulkUpdate, options),
		`PUT ${home} []`,
		`PUT ${home}${checked}${json({ ipsec_tunnels: [] })} ${old}`,
	],
	[
		"pskSet",
		(tunnels) => tunnels.pskSet({ ...params, psks: [] }),
		(tunnels) => tunnels.pskSet(all.pskSet, options),
		`POST ${home}/psk${json({ psks: [] })}`,
		`POST ${home}/psk${checked}${psks}`,
	],
	[
		"pskGenerate",
		(tunnels) => tunnels.pskGenerate("t1", { ...params, body: {} }),
		(tunnels) => tunnels.pskGenerate("t1", all.pskGenerate, options),
		`POST ${home}/t1/psk_generate {}`,
		`POST ${home}/t1/psk_generate${checked} {}`,
	],
];

describe.each(Object.keys(surfaces))("by %s", (surface) => {
	async function start() {
		const { url, received } = await serve(answer(envelope({ a: account })));
		const tunnels = surfaces[surface]?.(url);
		if (!tunnels) throw new Error(`no surface ${surface}`);
		return { tunnels, received };
	}

	describe.each(rows)("%s", (name, required, complete, sent, sentWithAll) => {
		test("B91 asResponse gives a Response, what is awaited is none", async () => {
			const { tunnels } = await start();
			const response = await complete(tunnels).asResponse();
			expect(response).toBeInstanceOf(Response);
			expect(await response.json()).toEqual(envelope({ a: account }));
			const data = await complete(tunnels);
			expect(data).not.toBeInstanceOf(Response);
			expect(data).toEqual({ a: account });
		});

		test("B92 withResponse gives the data and the response of the other two", async () => {
			const { tunnels, received } = await start();
			const promise = complete(tunnels);
			const response = await promise.asResponse();
			const data = await promise;
			const both = await promise.withResponse();
			expect(both.data).toBe(data);
			expect(both.response).toBe(response);
			expect(received).toHaveLength(1);
		});

		const title = /^(update|bulkUpdate)$/.test(name)
			? "B94 takes what is required alone, and all there is"
			: "B93 takes what is required alone, and all there is";
		test(title, async () => {
			const { tunnels, received } = await start();
			await required(tunnels);
			await complete(tunnels);
			const seen = received.map(({ method, url, headers, body }) => {
				const target = headers["x-magic-new-hc-target"];
				return [method, url, body, target && `x-magic-new-hc-target: ${target}`]
					.filter(Boolean)
					.join(" ");
			});
			expect(seen).toEqual([sent, sentWithAll]);
		});
	});
});
