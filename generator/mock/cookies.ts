import { decoded } from "./segments.ts";

/** The cookies of a request, by name. */
export function cookiesOf(headers: Headers): ReadonlyMap<string, string> {
	const pairs = (headers.get("cookie") ?? "")
		.split(";")
		.map((pair): [string, string] => {
			const [name = "", ...value] = pair.split("=");
			return [name.trim(), decoded(value.join("=").trim())];
		});
	return new Map(pairs);
}
