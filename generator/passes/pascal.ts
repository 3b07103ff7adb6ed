/** Words as the name of a type: `ipsec`, `tunnel` → `IpsecTunnel`. */
export function pascal(words: readonly string[]): string {
	const name = words
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join("")
		.replace(/[^A-Za-z0-9]/g, "");
	return /^[A-Za-z]/.test(name) ? name : `Shape${name}`;
}
