import Client, { NotFoundError } from "../../generated/src/index.ts";

/** What such a program looks after: one account's tunnels, with a line for each thing that it did. */
export async function main(
	baseURL: string,
	account_id: string,
): Promise<readonly string[]> {
	const client = new Client({
		apiToken: "token-of-the-program",
		baseURL,
		maxRetries: 1,
		logLevel: "off",
		timeout: 20_000,
		defaultHeaders: { "X-Program": "tunnels" },
	});
	const { ipsecTunnels } = client.magicTransit;
	const lines: string[] = [];

	const made = await ipsecTunnels.create({
		account_id,
		name: "office",
		cloudflare_endpoint: "203.0.113.1",
		interface_address: "192.0.2.0/31",
		health_check: { enabled: true, rate: "low", target: "198.51.100.7" },
		"x-magic-new-hc-target": true,
	});
	lines.push(`made ${made.id} ${made.name}`);

	const { ipsec_tunnels = [] } = await ipsecTunnels.list({ account_id });
	for (const tunnel of ipsec_tunnels) lines.push(`listed ${tunnel.name}`);

	const raw = await ipsecTunnels
		.get(made.id, { account_id, "x-magic-new-hc-target": true })
		.asResponse();
	lines.push(`got ${raw.status} ${raw.headers.get("content-type")}`);

	const { data, response } = await ipsecTunnels
		.update(made.id, {
			account_id,
			name: "branch office",
			cloudflare_endpoint: "203.0.113.1",
			interface_address: "192.0.2.0/31",
		})
		.withResponse();
	lines.push(
		`renamed ${response.status} ${data.modified_ipsec_tunnel?.name ?? "?"}`,
	);

	const many = await ipsecTunnels.bulkUpdate({
		account_id,
		body: { ipsec_tunnels: [{ id: made.id, description: "first floor" }] },
	});
	lines.push(`changed ${many.modified_ipsec_tunnels?.length ?? 0}`);

	const { psk } = await ipsecTunnels.pskGenerate(made.id, { account_id });
	lines.push(`generated ${psk ?? "?"}`);

	const set = await ipsecTunnels.pskSet({
		account_id,
		psks: [{ id: made.id, psk: "chosen" }],
	});
	lines.push(`set ${Object.keys(set.successfully_applied_psks ?? {})}`);

	const { deleted } = await ipsecTunnels.delete(made.id, { account_id });
	lines.push(`deleted ${deleted ?? "?"}`);

	try {
		await ipsecTunnels.get(made.id, { account_id }, { maxRetries: 0 });
	} catch (error) {
		if (!(error instanceof NotFoundError)) throw error;
		lines.push(`gone ${error.status}`);
	}
	return lines;
}
