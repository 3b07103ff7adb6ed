import type { Origins } from "../model/types.ts";
import type { Span } from "../text/span.ts";

/** The name that an SDK's call signature gives an operation, as snake-case words. */
export interface SdkName {
	/** Empty where the name does not say what it belongs to. */
	readonly resource: readonly string[];
	readonly name: string;
	/** The type that the call gives page by page: `Tunnel` in `SyncPage[Tunnel]`. */
	readonly page?: string;
	readonly origins: Origins;
}

const chain = /^(?:client\.)?((?:[A-Za-z_]\w*\.)+[A-Za-z_]\w*)\s*\(/;

/** `-> SyncCursorPage[Thing]`, `): PageCursor<Thing>`, `(*pagination.Page[Thing], error)` behind the arguments. */
const paged =
	/(?:->|\):|\)\s*\()\s*\*?[\w.]*(?:Page|Cursor|Pagination|Paginated)\w*\s*[[<]\[?([A-Za-z_][\w.]*)/;

/** Reads `magic.tunnels.rotate(str id, **kwargs) -> Tunnel`, `client.magic.tunnels.rotate(…)`. */
export function readCallSignature(
	text: string,
	span: Span,
): SdkName | undefined {
	const words = chain.exec(text.trim())?.[1]?.split(".").map(snakeCase) ?? [];
	const name = words.at(-1);
	if (name === undefined || words.length < 2) return undefined;
	const page = paged.exec(text)?.[1];
	return {
		resource: words.slice(0, -1),
		name,
		...(page !== undefined && { page }),
		origins: [{ span, basis: "stated" }],
	};
}

/** `pskGenerate` and `PSKGenerate` as `psk_generate`; snake case stays. */
export function snakeCase(word: string): string {
	return word
		.replace(/([a-z\d])([A-Z])/g, "$1_$2")
		.replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
		.toLowerCase();
}
