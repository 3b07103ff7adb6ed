/**
 * Says why nothing is fetched from a URL, or nothing when it may be: https alone, no credentials, and this machine only
 * when it is allowed, then over http too. Half a sentence, without a full stop.
 */
export function refuseAddress(
	{ protocol, hostname, username, password }: URL,
	allowLoopback: boolean,
): string | undefined {
	if (username !== "" || password !== "")
		return "URLs with a user or a password are not fetched";
	if (protocol !== "https:" && protocol !== "http:")
		return "only https is fetched";
	if (isLoopback(hostname))
		return allowLoopback ? undefined : "this machine is not asked";
	return protocol === "https:" ? undefined : "only https is fetched";
}

/**
 * The same for where a server sends us: a public one not to this machine, nor past the names of hosts to a bare address,
 * which is how a server reaches into the network that we run in.
 */
export function refuseRedirect(
	target: URL,
	from: URL,
	allowLoopback: boolean,
): string | undefined {
	const inside = allowLoopback && isLoopback(from.hostname);
	const refusal = refuseAddress(target, inside);
	if (refusal !== undefined) return refusal;
	if (isAddress(target.hostname) && target.hostname !== from.hostname)
		return "a redirect to a bare address is not followed";
	return undefined;
}

/** Names and addresses of this machine, as `URL` prints them; 0.0.0.0 leads here, too. */
function isLoopback(hostname: string): boolean {
	const name = hostname.replace(/\.$/, "");
	return (
		/(?:^|\.)localhost$/.test(name) ||
		/^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/.test(name) ||
		/^\[::(?:1|ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}|ffff:0:0)?\]$/.test(name)
	);
}

function isAddress(hostname: string): boolean {
	return hostname.startsWith("[") || /^\d+(?:\.\d+){3}\.?$/.test(hostname);
}
